using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <param name="After">Number of the last one seen; null for the newest.</param>
public sealed record ListMyApplications(string Sub, int Limit, string? After);

public sealed record MyApplication(string Number, string Service, string ServiceName, string Status, bool Deemed, DateTimeOffset SubmittedAt, DateOnly? DueOn);

public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal sealed class ListMyApplicationsHandler(IDbContextFactory<RegencyDbContext> contexts, IConfigurationProvider projections, IServiceCatalog catalog, IUseCase<UseMandate, ActingFor> mandates, CurrentRegency current, TimeProvider clock)
    : IUseCase<ListMyApplications, Page<MyApplication>>
{
    public async Task<Outcome<Page<MyApplication>>> HandleAsync(ListMyApplications input, CancellationToken ct)
    {
        if (input.After is { } last && !ApplicationNumbers.IsWellFormed(last, current.Value)) return Problems.Field("/after", "Kirim after dari next halaman sebelumnya.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Those filed for somebody else too, as long as the mandate holds.
        var mine = db.Applications.AsNoTracking().Where(a => a.Sub == input.Sub || a.ActedBy == input.Sub);
        if (input.After is { } after) mine = mine.Where(a => string.Compare(a.Number, after) < 0);
        // Numbers of one regency grow with time, so they order like the instants and are unique.
        var rows = await mine.OrderByDescending(a => a.Number).Take(input.Limit + 1).ProjectTo<FiledRow>(projections).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var shown = rows.Take(input.Limit).ToList();
        var ended = await EndedAsync(input.Sub, shown, ct);
        var items = shown.Where(a => a.Mandate is not { } mandate || !ended.Contains(mandate)).Select(a =>
        {
            var granted = a.GrantedByLaw && a.Status.IsOpen() && a.DueAt <= now;
            return new MyApplication(a.Number, a.Service, catalog.Find(a.Service, a.CatalogVersion)!.Definition.NameId, granted ? ApplicationStatus.Issued.Wire() : a.Status.Wire(), a.Deemed || granted, current.Value.At(a.SubmittedAt), a.DueOn);
        }).ToList();
        return new Page<MyApplication>(items, rows.Count > input.Limit ? shown[^1].Number : null);
    }

    /// <summary>Mandates under which this person filed something and that hold no more: how it goes on is not theirs to see.</summary>
    private async Task<HashSet<Guid>> EndedAsync(string sub, IReadOnlyList<FiledRow> rows, CancellationToken ct)
    {
        var ended = new HashSet<Guid>();
        foreach (var row in rows.Where(r => r.ActedBy == sub && r.Sub != sub).DistinctBy(r => r.Mandate))
        {
            if (row.Mandate is { } mandate && !(await mandates.HandleAsync(new UseMandate(sub, mandate, row.Service), ct)).Succeeded) ended.Add(mandate);
        }

        return ended;
    }
}

/// <summary>The columns of an application that a list needs; nothing encrypted is read.</summary>
internal sealed record FiledRow
{
    public string Number { get; init; } = "";

    public string Service { get; init; } = "";

    public string Sub { get; init; } = "";

    public Guid? Mandate { get; init; }

    public string? ActedBy { get; init; }

    public int CatalogVersion { get; init; }

    public ApplicationStatus Status { get; init; }

    public bool Deemed { get; init; }

    public DateTime SubmittedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateTime? DueAt { get; init; }

    public bool GrantedByLaw { get; init; }

    private sealed class Columns : Profile
    {
        public Columns() => CreateProjection<Application, FiledRow>();
    }
}
