using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>The walk shortly after midnight: writes down which complaints the days have brought higher or closed, and hears the ministry in case its job got lost. Whoever looked earlier saw the same.</summary>
internal sealed class EscalateComplaints(IDbContextFactory<RegencyDbContext> contexts, ComplaintBook book, HearMinistry ministry, CurrentRegency current, TimeProvider clock, ILogger<EscalateComplaints> log) : IRegencyTask
{
    public const string TaskKind = "escalate-complaints";
    private const int AtATime = 200;

    public string Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        int settled;
        do
        {
            settled = await ListComplaintsHandler.SettleAsync(contexts, book, clock.GetUtcNow().UtcDateTime, AtATime, ct);
            if (settled > 0) log.LogInformation("Complaints moved by their days in {Regency}: {Count}", current.Value.Code, settled);
        }
        while (settled == AtATime);
        await ministry.RunAsync(ct);
    }
}
