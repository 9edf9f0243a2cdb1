using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Messages;

namespace MppDigital.Login.SignIn;

/// <summary>
/// Hands messages over without waiting for the gateway: how long a page takes must not tell whether anybody was written to. For the same
/// reason it is known beforehand, and for everybody alike, when nothing can be sent.
/// </summary>
internal sealed partial class MessageLine(IMessageSender sender, TimeProvider clock, ILogger<MessageLine> log) : IHostedService
{
    private const int MostUnderWay = 1000;

    /// <summary>After a failure the next minute's codes would most likely be lost too.</summary>
    private static readonly TimeSpan AwayAfterFailure = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Task, bool> underWay = new();

    private long failedAt = DateTimeOffset.MinValue.UtcTicks;

    public bool IsAway => !sender.CanDeliver || underWay.Count >= MostUnderWay || clock.GetUtcNow().UtcTicks - Interlocked.Read(ref failedAt) < AwayAfterFailure.Ticks;

    public void Post(OutgoingMessage message)
    {
        var sending = SendAsync(message);
        if (sending.IsCompleted) return;
        underWay[sending] = true;
        _ = sending.ContinueWith(done => underWay.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What was promised on a page still leaves.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(underWay.Keys).WaitAsync(cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);

    private async Task SendAsync(OutgoingMessage message)
    {
        try
        {
            // Not of the request: the person may close the page and still wants the code.
            if (await sender.SendAsync(message, CancellationToken.None)) return;
            Log.NotSent(log, message.Channel, "refused");
        }
        catch (Exception e)
        {
            // Nobody waits for this task: without a line here a failure would be lost.
            Log.NotSent(log, message.Channel, e.GetType().Name);
        }

        Interlocked.Exchange(ref failedAt, clock.GetUtcNow().UtcTicks);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A message by {Channel} was not sent: {Failure}")]
        public static partial void NotSent(ILogger logger, MessageChannel channel, string failure);
    }
}
