using MppDigital.Login;
using MppDigital.National;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Jobs;
using MppDigital.Regencies;

namespace MppDigital.Web;

/// <summary>Everything that recurs, in one place: one trigger per kind and time zone, whose walk visits the regencies of that zone.</summary>
internal sealed class Schedule(IJobEngine jobs) : BackgroundService
{
    // Legal days end at midnight. Five minutes later the truth is written down everywhere, once more an hour later in case the first walk met an outage.
    private static readonly (string Task, string Cron)[] Nightly =
    [
        (RegenciesServices.Tasks.GrantDue, "5 0,1 * * *"),
        (RegenciesServices.Tasks.EscalateComplaints, "10 0,1 * * *"),
        (RegenciesServices.Tasks.LifeEvents, "15 0 * * *"),
        (RegenciesServices.Tasks.Figures, "20 1 * * *"),
        // In the morning, when a message disturbs nobody.
        (RegenciesServices.Tasks.RenewalReminders, "0 8 * * *"),
        (RegenciesServices.Tasks.SurveyCare, "20 8 * * *"),
        (RegenciesServices.Tasks.CorrectionReminders, "10 8 * * *"),
        // By day, when somebody looks: most systems tell by themselves.
        (RegenciesServices.Tasks.FollowHandoffs, "35 6-20 * * *"),
        (RegenciesServices.Tasks.TakeLapor, "40 6-20 * * *"),
        (RegenciesServices.Tasks.FollowLapor, "45 6-20/3 * * *"),
        (RegenciesServices.Tasks.Standing, "50 1 * * *"),
        (RegenciesServices.Tasks.ReconcilePayments, "30 3 * * *"),
        (RegenciesServices.Tasks.MissedVisits, "10 1 * * *"),
        // After the missed visits, which are part of what it looks at.
        (RegenciesServices.Tasks.WatchBrokers, "30 2 * * *"),
        (RegenciesServices.Tasks.DropExpired, "40 2 * * *"),
    ];

    // Beside the start, not in it: nothing of this is due within the next second.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var zone in IndonesianZones.All)
        {
            foreach (var (task, cron) in Nightly)
                await jobs.UpsertRecurringAsync($"{task}-{zone.Id.Replace('/', '-')}", cron, zone, RegencySweep.Request(task, zone), stoppingToken);
        }

        await jobs.UpsertRecurringAsync(RegenciesServices.WatchReleasesJob, "* * * * *", TimeZoneInfo.Utc, new JobRequest(RegenciesServices.WatchReleasesJob, "{}", null, "releases", 1), stoppingToken);
        await jobs.UpsertRecurringAsync(NationalServices.DataRequestsJob.Kind, "* * * * *", TimeZoneInfo.Utc, NationalServices.DataRequestsJob, stoppingToken);
        await jobs.UpsertRecurringAsync(LoginServices.CareJob, "*/5 * * * *", TimeZoneInfo.Utc, new JobRequest(LoginServices.CareJob, "{}", null, "login"), stoppingToken);
    }
}
