using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Configuration;

/// <summary>Puts one thing back exactly as it was before or after an earlier change. That is a change itself and can be taken back too.</summary>
/// <param name="ToBefore">False: as it was after that change.</param>
/// <param name="Newest">The last change of this thing that the admin saw; a newer one refuses.</param>
public sealed record RestoreConfiguration(StaffMember Admin, Guid Change, bool ToBefore, Guid Newest);

internal sealed class RestoreConfigurationHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<RestoreConfiguration, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RestoreConfiguration input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return ConfigurationProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.ConfigurationChanges.SingleOrDefaultAsync(c => c.Id == input.Change, ct) is not { } change) return ConfigurationProblems.Unknown;
        // First: admins stand in line at the audit trail, so whoever comes second sees what the first one did.
        var now = clock.GetUtcNow().UtcDateTime;
        await AuditTrail.AppendAsync(db, change.Subject, "configuration-restored", input.Admin.Sub, $"{{\"change\":\"{change.Id}\"}}", now, ct);
        if (await db.ConfigurationChanges.Where(c => c.Subject == change.Subject).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => c.Id).FirstAsync(ct) != input.Newest) return ConfigurationProblems.ChangedMeanwhile;
        var state = input.ToBefore ? change.Before : change.After;
        if (await PutAsync(db, change, state, ct) is { } refusal) return refusal;
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            return ConfigurationProblems.ChangedMeanwhile;
        }

        signal.Raise(current.Value.Code);
        return default(Done);
    }

    private async Task<Problem?> PutAsync(RegencyDbContext db, ConfigurationChange change, string state, CancellationToken ct)
    {
        var row = await ConfiguredRow.FindAsync(db, change, ct);
        if (state.Length == 0)
        {
            if (row is { MayBeAbsent: false }) return ConfigurationProblems.MustStay;
            if (row is not null) db.Remove(row);
            return null;
        }

        var made = row is null;
        row ??= ConfiguredRow.New(db, change);
        var entry = db.Entry(row);
        ConfigurationState.Read(state, entry.CurrentValues, withKey: made);
        if (made) entry.State = EntityState.Added;
        if (row is not Offering offering) return null;
        db.Outbox.Add(new OutboxRow(SendStanding.Kind, "{}", clock.GetUtcNow().UtcDateTime));
        // What was lawful then need not be now.
        return catalog.Find(offering.Service) is { } service && offering.Set.Deviations(service.Definition).Any() ? ConfigurationProblems.BeyondBounds : null;
    }
}
