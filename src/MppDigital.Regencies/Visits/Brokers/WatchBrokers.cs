using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>
/// Looks at what was done with bookings and raises alarms: every night at everything, and after each booking at the hand that made it. What was
/// decided is raised anew only by what came after the decision.
/// </summary>
internal sealed class WatchBrokers(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IRegencyTask, IOutboxHandler
{
    public const string TaskKind = "watch-brokers";
    public const string PayloadKind = "watch-hand";

    // A booking is looked at with some delay: a time that is handed over is complete by then, and nobody waits for it.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(20);

    // The largest hall books some 60,000 times in the window; more than that is cut at the oldest end rather than held in memory.
    private const int Most = 150_000;

    private static readonly HandKind[] OfOneHand = [HandKind.Phone, HandKind.Device, HandKind.Proxy, HandKind.Person];

    string IRegencyTask.Kind => TaskKind;

    string IOutboxHandler.Kind => PayloadKind;

    /// <summary>Null where nothing tells one hand from another.</summary>
    public static OutboxRow? Row(BookingFacts facts, Guid visit, DateTime now) =>
        facts.DeviceLookup.Length + facts.PhoneLookup.Length + facts.ProxyLookup.Length == 0 ? null : new OutboxRow(PayloadKind, visit.ToString("N"), now, now + Later);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-BrokerThresholds.WindowDays);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var signals = await db.BookingSignals.AsNoTracking().Where(s => s.At > since).OrderByDescending(s => s.At).Take(Most).ToListAsync(ct);
        if (signals.Count > 0) await KeepAsync(db, signals, _ => true, now, ct);
    }

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var (now, visit) = (clock.GetUtcNow().UtcDateTime, Guid.ParseExact(payload, "N"));
        var since = now.AddDays(-BrokerThresholds.WindowDays);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.BookingSignals.AsNoTracking().FirstOrDefaultAsync(s => s.VisitId == visit && s.Act == BookingAct.Booked, ct) is not { } booked) return;
        var (phone, device, proxy) = (booked.PhoneLookup, booked.DeviceLookup, booked.ProxyLookup);
        var own = await db.BookingSignals.AsNoTracking().Where(s => s.At > since && ((phone != "" && s.PhoneLookup == phone) || (device != "" && s.DeviceLookup == device) || (proxy != "" && s.ProxyLookup == proxy))).OrderByDescending(s => s.At).Take(2000).ToListAsync(ct);
        // Who did not come left no trace of a device: it is found by the visit.
        var (visits, known) = (own.Select(s => s.VisitId).Distinct().ToList(), own.Select(s => s.Id).ToHashSet());
        var missed = await db.BookingSignals.AsNoTracking().Where(s => visits.Contains(s.VisitId) && s.Act == BookingAct.Missed).ToListAsync(ct);
        var hands = OfOneHand.Select(kind => (Kind: kind, Hand: Acts.Hand(booked, kind))).ToHashSet();
        // Of other hands only a part was read, and a rule over officers needs everybody: the night looks at them.
        await KeepAsync(db, [.. own, .. missed.Where(m => !known.Contains(m.Id))], f => hands.Contains((f.Kind, f.Hand)) && f.Rule is not BrokerRule.SameOfficer, now, ct);
    }

    private async Task KeepAsync(RegencyDbContext db, IReadOnlyList<BookingSignal> signals, Func<Finding, bool> looksAt, DateTime now, CancellationToken ct)
    {
        var findings = BrokerRules.Find(new Acts(signals)).Where(looksAt).ToList();
        if (findings.Count == 0) return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var since = now.AddDays(-BrokerThresholds.WindowDays);
        var alarms = await db.BrokerAlarms.Where(a => a.OpenKey != null || a.DecidedAt > since).ToListAsync(ct);
        var open = alarms.Where(a => a.OpenKey is not null).ToDictionary(a => a.OpenKey!);
        foreach (var finding in findings)
        {
            if (open.TryGetValue(finding.Key, out var alarm))
            {
                if (alarm.SeeAgain(finding, now)) Tell(db, alarm, now);
                continue;
            }

            var decided = alarms.Where(a => a.Rule == finding.Rule && a.Hand == finding.Hand && a.OfficerSub == finding.OfficerSub).Max(a => a.DecidedAt);
            var fresh = decided is { } at ? BrokerRules.All[finding.Rule](new Acts(signals.Where(s => s.At > at))).FirstOrDefault(f => f.Key == finding.Key) : finding;
            if (fresh is null) continue;
            alarm = BrokerAlarm.Raise(fresh, now);
            db.BrokerAlarms.Add(alarm);
            await AuditTrail.AppendAsync(db, alarm.Id.ToString("N"), "broker-alarm-raised", "system", "{}", now, ct);
            Tell(db, alarm, now);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            signal.Raise(current.Value.Code);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            // Another node looks at the same hand, or somebody decided meanwhile: the next look finds what is left.
        }
    }

    private static void Tell(RegencyDbContext db, BrokerAlarm alarm, DateTime now)
    {
        if (alarm.OfficerSub.Length > 0) db.Outbox.Add(SendBrokerReport.Row(alarm.Id, now));
    }
}
