using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Reads an application as the law sees it now: one whose limit has passed is granted, and one that nobody declared complete in time is complete or an alarm, before anyone sees it.</summary>
internal sealed class ReadTruth(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, GrantByLaw law, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    public async Task<Application?> OfAsync(string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var application = await ApplicationDesk.LoadAsync(db, number, ct);
        if (application is null || !(GrantByLaw.HasWork(application, clock.GetUtcNow().UtcDateTime) || await FollowFee.HasNewsAsync(db, application, ct))) return application;

        // Again inside a transaction, so that two readers write it once.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        application = await ApplicationDesk.LoadAsync(db, number, ct);
        var service = catalog.Find(application!.Service, application.CatalogVersion)!.Definition;
        await law.ApplyAsync(db, application, service, clock.GetUtcNow().UtcDateTime, ct);
        if (!db.ChangeTracker.HasChanges()) return application;
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            signal.Raise(current.Value.Code);
            return application;
        }
        catch (DbUpdateException)
        {
            // Somebody else wrote the same truth a moment earlier.
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return await ApplicationDesk.LoadAsync(fresh, number, ct);
        }
    }
}
