using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>How far a filing is: a line for each application, nothing personal.</summary>
/// <param name="Status">Computed: <c>submitted</c>, <c>in-review</c>, <c>returned</c>, <c>issued</c>, <c>partly-issued</c>, <c>refused</c> or <c>withdrawn</c>.</param>
public sealed record LifeEventView(string Number, string Event, string Name, string NameEn, string Status, DateTimeOffset FiledAt, IReadOnlyList<LifeEventLine> Applications);

/// <param name="WaitsFor">Codes of services whose product it waits for.</param>
public sealed record LifeEventLine(
    string Number, string Service, string ServiceName, string ServiceNameEn, int CatalogVersion, string Status, bool Deemed, DateTimeOffset? CompleteAt, DateOnly? DueOn, bool HasDocument, IReadOnlyList<string> WaitsFor);

internal sealed class LifeEventViews(ReadTruth truth, LifeEventBook book, IServiceCatalog catalog, CurrentRegency current)
{
    public async Task<LifeEventView> OfAsync(RegencyDbContext db, LifeEventFiling filing, CancellationToken ct)
    {
        var lines = new List<LifeEventLine>();
        var statuses = new List<ApplicationStatus>();
        foreach (var child in await db.LifeEventChildren.AsNoTracking().Where(c => c.FilingId == filing.Id).OrderBy(c => c.Number).ToListAsync(ct))
        {
            var application = (await truth.OfAsync(child.Number, ct))!;
            var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
            statuses.Add(application.Status);
            lines.Add(new LifeEventLine(
                application.Number, application.Service, service.ShortName, service.NameEn, application.CatalogVersion, application.Status.Wire(), application.Deemed, current.Value.At(application.CompleteAt), application.DueOn,
                application.Status == ApplicationStatus.Issued, application.Status.IsOpen() && application.CompleteAt is null ? [.. Waiting.Read(child.Waits).Select(w => w.Service).Distinct()] : []));
        }

        var definition = book.Find(filing.Event)?.Definition;
        return new LifeEventView(filing.Number, filing.Event, definition?.ShortId ?? filing.Event, definition?.ShortEn ?? filing.Event, StatusOf(statuses), current.Value.At(filing.FiledAt), lines);
    }

    /// <summary>The citizen's turn comes first, then whatever is still under way, then what came of it.</summary>
    internal static string StatusOf(IReadOnlyCollection<ApplicationStatus> children)
    {
        if (children.Contains(ApplicationStatus.Returned)) return ApplicationStatus.Returned.Wire();
        if (children.All(s => s == ApplicationStatus.Submitted)) return ApplicationStatus.Submitted.Wire();
        var kept = children.Where(s => s != ApplicationStatus.Withdrawn).ToList();
        if (kept.Count == 0) return ApplicationStatus.Withdrawn.Wire();
        if (kept.All(s => s == ApplicationStatus.Submitted)) return ApplicationStatus.Submitted.Wire();
        if (kept.Any(s => s.IsOpen() || s == ApplicationStatus.Approved)) return ApplicationStatus.InReview.Wire();
        var issued = kept.Count(s => s == ApplicationStatus.Issued);
        return issued == kept.Count ? ApplicationStatus.Issued.Wire() : issued == 0 ? ApplicationStatus.Refused.Wire() : "partly-issued";
    }
}
