using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Looks;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Opens a file for review. Whoever looks is written down, for the person looked at may ask.</summary>
public sealed record ReviewApplication(StaffMember Staff, string Number);

internal sealed class ReviewApplicationHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, OfficerViews views, IServiceCatalog catalog, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<ReviewApplication, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(ReviewApplication input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application) return Problems.UnknownApplication;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        if (!Enum.GetValues<Move>().Any(m => ApplicationMoves.MayDo(input.Staff, m, service))) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        AccessBook.Note(db, new AccessRow { At = clock.GetUtcNow().UtcDateTime, Actor = input.Staff.Sub, Sub = application.Sub, Application = application.Number, Service = application.Service, Purpose = LookPurposes.Review, Fields = "name nik answers" });
        await db.SaveChangesAsync(ct);
        signal.Raise(current.Value.Code);
        return await views.OfAsync(db, application, service, input.Staff, ct);
    }
}
