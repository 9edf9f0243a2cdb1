using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Handoffs;

/// <summary>Where an application stands in the system that decides it.</summary>
/// <param name="System">Code of the system: <c>oss</c>.</param>
/// <param name="Reference">Its number for the file; empty until it took it.</param>
/// <param name="Status"><c>waiting</c> (not passed on yet), <c>received</c>, <c>in-process</c>, <c>returned</c>, <c>granted</c>, <c>refused</c> or <c>cancelled</c>.</param>
/// <param name="Since">When it came to that state, by the other system's clock.</param>
/// <param name="AsOf">When we last heard of it: the age of all this.</param>
/// <param name="Silent">The last attempt to reach it gave nothing.</param>
/// <param name="Result">Number of what was granted, such as a NIB; null where it told none.</param>
public sealed record OutsideView(string System, string Reference, string Status, DateTimeOffset? Since, DateTimeOffset? AsOf, bool Silent, string? Result)
{
    public override string ToString() => $"{System} {Status}";
}

internal sealed class OutsideViews(RegencySecrets secrets, CurrentRegency current)
{
    /// <returns>Null where nobody takes the file from us.</returns>
    public async Task<OutsideView?> OfAsync(RegencyDbContext db, Guid application, CancellationToken ct)
    {
        if (await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.ApplicationId == application, ct) is not { } handoff) return null;
        return new OutsideView(
            handoff.System, handoff.Reference, WordOf(handoff.State), current.Value.At(handoff.StateAt), current.Value.At(handoff.HeardAt), handoff.LastFailure.Length > 0,
            handoff.Result.Length > 0 ? secrets.Open<string>(HandoffNews.ResultPurpose, handoff.Result) : null);
    }

    private static string WordOf(OutsideState state) => state switch
    {
        OutsideState.Waiting => "waiting",
        OutsideState.Received => "received",
        OutsideState.InProcess => "in-process",
        OutsideState.Returned => "returned",
        OutsideState.Granted => "granted",
        OutsideState.Refused => "refused",
        _ => "cancelled",
    };
}
