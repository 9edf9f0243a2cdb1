using System.Data.Common;
using MppDigital.Login.Sessions;

namespace MppDigital.Web.SignIn;

/// <summary>Learns within a second of sessions that ended on another node.</summary>
internal sealed partial class EndedSessionsWatch(EndedSessions ended, TimeProvider clock, ILogger<EndedSessionsWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        do
        {
            try
            {
                await ended.RefreshAsync(stoppingToken);
            }
            catch (DbException e)
            {
                // The login database is away: nobody can sign in or out, and what is known stays in force.
                Log.NotRead(log, e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Ended sessions could not be read: {Failure}")]
        public static partial void NotRead(ILogger logger, string failure);
    }
}
