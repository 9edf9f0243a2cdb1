using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <param name="After">Number of the last one seen; null for the newest.</param>
public sealed record ListMyApplications(string Sub, int Limit, string? After);

public sealed record MyApplication(string Number, string Service, string ServiceName, string Status, bool Deemed, DateTimeOffset SubmittedAt, DateOnly? DueOn);

public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal sealed class ListMyApplicationsHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, CurrentRegency current, TimeProvider clock)
    : IUseCase<ListMyApplications, Page<MyApplication>>
{
    public async Task<Outcome<Page<MyApplication>>> HandleAsync(ListMyApplications input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = db.Applications.AsNoTracking().Where(a => a.Sub == input.Sub);
        if (input.After is { } after) mine = mine.Where(a => string.Compare(a.Number, after) < 0);
        // Numbers of one regency grow with time, so they order like the instants and are unique.
        var rows = await mine.OrderByDescending(a => a.Number).Take(input.Limit + 1)
            .Select(a => new { a.Number, a.Service, a.CatalogVersion, a.Status, a.Deemed, a.SubmittedAt, a.DueOn, a.DueAt, a.GrantedByLaw }).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var items = rows.Take(input.Limit).Select(a =>
        {
            var granted = a.GrantedByLaw && a.Status.IsOpen() && a.DueAt <= now;
            return new MyApplication(a.Number, a.Service, catalog.Find(a.Service, a.CatalogVersion)!.Definition.NameId, granted ? ApplicationStatus.Issued.Wire() : a.Status.Wire(), a.Deemed || granted, current.Value.At(a.SubmittedAt), a.DueOn);
        }).ToList();
        return new Page<MyApplication>(items, rows.Count > input.Limit ? items[^1].Number : null);
    }
}
