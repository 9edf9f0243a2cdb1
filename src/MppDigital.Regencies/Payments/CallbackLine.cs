using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Payments;

/// <summary>
/// Callbacks of one regency stand in line and are booked by the transaction, not one by one: on the evening of a deadline a provider tells of
/// thousands within seconds, and a database has one writer. Nobody is answered before the commit that holds the news. While one commit runs the
/// next callbacks gather, so a lonely one waits for nobody.
/// </summary>
internal sealed class CallbackLine(IRegencyScopes scopes)
{
    private const int MostAtOnce = 100;

    /// <summary>The provider repeats what was not taken, so a full line loses nothing.</summary>
    private const int LongestLine = 5000;

    private readonly ConcurrentDictionary<RegencyCode, Waiting> lines = new();

    public Task<Outcome<Done>> ReceiveAsync(RegencyCode regency, ReceiveCallback callback)
    {
        var line = lines.GetOrAdd(regency, _ => new Waiting());
        var entry = new Entry(callback, new TaskCompletionSource<Outcome<Done>>(TaskCreationOptions.RunContinuationsAsynchronously));
        bool leads;
        lock (line.Gate)
        {
            if (line.Entries.Count >= LongestLine) return Task.FromResult<Outcome<Done>>(Problems.CallbacksWait);
            line.Entries.Enqueue(entry);
            leads = !line.Led;
            line.Led = true;
        }

        if (leads) _ = Task.Run(() => LeadAsync(regency, line));
        return entry.Answer.Task;
    }

    private async Task LeadAsync(RegencyCode regency, Waiting line)
    {
        while (true)
        {
            List<Entry> next = [];
            lock (line.Gate)
            {
                while (next.Count < MostAtOnce && line.Entries.TryDequeue(out var entry)) next.Add(entry);
                if (next.Count == 0)
                {
                    line.Led = false;
                    return;
                }
            }

            // Where they fail together each is tried alone: what one of them brings must not be the others' loss.
            if (!await AnswerAsync(regency, next) && next.Count > 1)
                foreach (var entry in next) await AnswerAsync(regency, [entry]);
        }
    }

    /// <returns>False where nothing was booked; a lonely callback has its failure then.</returns>
    private async Task<bool> AnswerAsync(RegencyCode regency, IReadOnlyList<Entry> entries)
    {
        try
        {
            await using var scope = scopes.For(regency);
            // Not of any one request: who hangs up takes nothing from the others.
            var answers = await scope.ServiceProvider.GetRequiredService<ReadCallbacks>().HandleAsync([.. entries.Select(e => e.Callback)], CancellationToken.None);
            foreach (var (entry, answer) in entries.Zip(answers)) entry.Answer.SetResult(answer);
            return true;
        }
        catch (Exception e)
        {
            if (entries is [var only]) only.Answer.SetException(e);
            return false;
        }
    }

    private sealed class Waiting
    {
        public Lock Gate { get; } = new();

        public Queue<Entry> Entries { get; } = new();

        public bool Led { get; set; }
    }

    private sealed record Entry(ReceiveCallback Callback, TaskCompletionSource<Outcome<Done>> Answer);
}
