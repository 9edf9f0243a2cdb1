using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>The owner's view; somebody else's number is not found.</summary>
public sealed record ReadApplication(string Sub, string Number);

internal sealed class ReadApplicationHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, ApplicationViews views, LegalDates dates, OutsideViews outside, IServiceCatalog catalog)
    : IUseCase<ReadApplication, ApplicationView>
{
    public async Task<Outcome<ApplicationView>> HandleAsync(ReadApplication input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application || application.Sub != input.Sub) return Problems.UnknownApplication;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var view = views.Of(application, service.NameId, await dates.CalendarAsync(db, ct));
        return service.DecidedHere ? view : view with { Outside = await outside.OfAsync(db, application.Id, ct) };
    }
}
