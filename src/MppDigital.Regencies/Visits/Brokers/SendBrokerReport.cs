using Microsoft.EntityFrameworkCore;
using MppDigital.National.Brokers;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>Tells the ministry of an alarm that concerns a member of staff, and what became of it: counts, not persons.</summary>
internal sealed class SendBrokerReport(IDbContextFactory<RegencyDbContext> contexts, IUseCase<PushBrokerReport, Done> push, CurrentRegency current) : IOutboxHandler
{
    public const string PayloadKind = "send-broker-report";

    public string Kind => PayloadKind;

    public static OutboxRow Row(Guid alarm, DateTime now) => new(PayloadKind, alarm.ToString("N"), now);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = Guid.ParseExact(payload, "N");
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.BrokerAlarms.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } alarm) return;
        await push.HandleAsync(new PushBrokerReport(current.Value.Code, alarm.Id, alarm.RaisedAt, alarm.LastSeenAt, alarm.People, alarm.Acts, alarm.Sureness, alarm.State.ToString().ToLowerInvariant(), alarm.DecidedAt), ct);
    }
}
