using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>Alarms that this member of staff may decide: an admin those about hands outside, the head those about staff too. Undecided ones first, the surest first.</summary>
public sealed record ListBrokerAlarms(StaffMember Staff);

/// <param name="Officer">Name of the member of staff whom it concerns; empty for nobody.</param>
/// <param name="Acts">What the rule counted.</param>
/// <param name="Sureness">1 to 99 of 100.</param>
/// <param name="CanBlock">False for an address or a network: confirming it notes it and closes nothing.</param>
/// <param name="Appeal">What the blocked person wrote, still without an answer; empty for nothing.</param>
public sealed record BrokerAlarmView(
    Guid Id, BrokerRule Rule, HandKind Kind, string Officer, int People, int Acts, int Sureness, DateTimeOffset RaisedAt, DateTimeOffset LastSeenAt, AlarmState State, bool CanBlock, DateOnly? BlockedUntil, string Reason, string Appeal)
{
    /// <summary>Without what people wrote: results of use cases end up in logs.</summary>
    public override string ToString() => $"alarm {Id}";
}

internal sealed class ListBrokerAlarmsHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, CurrentRegency current) : IUseCase<ListBrokerAlarms, IReadOnlyList<BrokerAlarmView>>
{
    private const int Most = 100;

    public async Task<Outcome<IReadOnlyList<BrokerAlarmView>>> HandleAsync(ListBrokerAlarms input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin) && !input.Staff.Is(OfficerRole.Head)) return BrokerProblems.WrongRole;
        var (head, self) = (input.Staff.Is(OfficerRole.Head), input.Staff.Sub);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var alarms = await db.BrokerAlarms.AsNoTracking().Where(a => a.OfficerSub == "" || (head && a.OfficerSub != self)).OrderBy(a => a.OpenKey == null).ThenByDescending(a => a.LastSeenAt).Take(Most).ToListAsync(ct);
        var ids = alarms.ConvertAll(a => (Guid?)a.Id);
        var appeals = await db.VisitAppeals.AsNoTracking().Where(a => ids.Contains(a.Alarm) && a.AnsweredAt == null).ToListAsync(ct);
        var subs = alarms.Select(a => a.OfficerSub).Where(s => s.Length > 0).Distinct().ToList();
        var names = (await db.Officers.AsNoTracking().Where(o => subs.Contains(o.Sub)).Select(o => new { o.Sub, o.Name }).ToListAsync(ct)).ToLookup(o => o.Sub, o => o.Name);
        return alarms.OrderBy(a => a.OpenKey is null).ThenByDescending(a => a.OpenKey is null ? 0 : a.Sureness).ThenByDescending(a => a.LastSeenAt).Select(a => new BrokerAlarmView(
            a.Id, a.Rule, a.Kind, names[a.OfficerSub].FirstOrDefault() ?? "", a.People, a.Acts, a.Sureness, current.Value.At(a.RaisedAt), current.Value.At(a.LastSeenAt), a.State, HandBlocks.CanBlock(a.Kind), a.BlockedUntil,
            secrets.OpenReason(a.Reason), appeals.Find(p => p.Alarm == a.Id) is { } appeal ? secrets.Cipher.Decrypt(AppealBlockHandler.Purpose, appeal.Text) : "")).ToList();
    }
}
