using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>The owner's view; somebody else's number is not found.</summary>
public sealed record ReadApplication(string Sub, string Number);

internal sealed class ReadApplicationHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, ApplicationViews views, LegalDates dates, IServiceCatalog catalog)
    : IUseCase<ReadApplication, ApplicationView>
{
    public async Task<Outcome<ApplicationView>> HandleAsync(ReadApplication input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application || application.Sub != input.Sub) return Problems.UnknownApplication;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return views.Of(application, catalog.Find(application.Service, application.CatalogVersion)!.Definition.NameId, await dates.CalendarAsync(db, ct));
    }
}
