using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Opens a file for review. Whoever looks is written down, for the person looked at may ask.</summary>
public sealed record ReviewApplication(StaffMember Staff, string Number);

internal sealed class ReviewApplicationHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, OfficerViews views, IServiceCatalog catalog, TimeProvider clock) : IUseCase<ReviewApplication, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(ReviewApplication input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application) return Problems.UnknownApplication;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        if (!Enum.GetValues<Move>().Any(m => ApplicationMoves.MayDo(input.Staff, m, service))) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.AccessLog.Add(new AccessRow { At = clock.GetUtcNow().UtcDateTime, Actor = input.Staff.Sub, Sub = application.Sub, Application = application.Number, Purpose = "review", Fields = "name nik answers" });
        await db.SaveChangesAsync(ct);
        return await views.OfAsync(db, application, service, input.Staff, ct);
    }
}
