using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Brokers;

/// <summary>A regency tells the ministry of an alarm that concerns its staff. Repeats and late arrivals change nothing.</summary>
/// <param name="State"><c>open</c>, <c>dismissed</c>, <c>confirmed</c>, <c>lifted</c></param>
public sealed record PushBrokerReport(RegencyCode Regency, Guid Alarm, DateTime RaisedAt, DateTime LastSeenAt, int People, int Acts, int Sureness, string State, DateTime? DecidedAt);

internal sealed class PushBrokerReportHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine) : IUseCase<PushBrokerReport, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PushBrokerReport input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.BrokerReports.SingleOrDefaultAsync(r => r.Id == input.Alarm, ct) is not { } row)
        {
            row = new BrokerReport { Id = input.Alarm, RegencyCode = input.Regency.Value, RaisedAt = input.RaisedAt, State = input.State };
            db.BrokerReports.Add(row);
        }
        else if (row.RegencyCode != input.Regency.Value || row.LastSeenAt > input.LastSeenAt || (row.DecidedAt is not null && input.DecidedAt is null))
        {
            return default(Done);
        }

        // What the ministry has read is read only as it was: a new state is new.
        if (row.State != input.State) (row.SeenAt, row.SeenBy) = (null, "");
        (row.LastSeenAt, row.People, row.Acts, row.Sureness, row.State, row.DecidedAt) = (input.LastSeenAt, input.People, input.Acts, input.Sureness, input.State, input.DecidedAt);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another push of the same alarm was first. The outbox tries again, and then finds it.
            throw new InvalidOperationException("The same alarm was told twice at once.", e);
        }

        return default(Done);
    }
}
