using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Configuration;

/// <summary>Who changed which setting when, newest first.</summary>
/// <param name="Subject">One thing only; null: everything.</param>
/// <param name="Before">The last one of the page before.</param>
public sealed record ListConfiguration(StaffMember Admin, string? Subject = null, Guid? Before = null);

/// <param name="Next">Null on the last page.</param>
public sealed record ConfigurationHistory(IReadOnlyList<ConfigurationRow> Rows, Guid? Next);

/// <param name="By">A name where the person still has a seat here; else the <c>sub</c>.</param>
/// <param name="Added">It did not exist before.</param>
/// <param name="Removed">It does not exist since.</param>
public sealed record ConfigurationRow(Guid Id, string Subject, string Entity, DateTime At, string By, bool Added, bool Removed, IReadOnlyList<SettingDifference> Differences);

internal sealed class ListConfigurationHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<ListConfiguration, ConfigurationHistory>
{
    private const int PageSize = 50;

    public async Task<Outcome<ConfigurationHistory>> HandleAsync(ListConfiguration input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return ConfigurationProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var changes = db.ConfigurationChanges.AsNoTracking();
        if (input.Subject is { } subject) changes = changes.Where(c => c.Subject == subject);
        // By time, then by id: engines sort ids alone each in their own way.
        if (input.Before is { } before && await db.ConfigurationChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == before, ct) is { } last)
            changes = changes.Where(c => c.At < last.At || (c.At == last.At && c.Id.CompareTo(last.Id) < 0));
        var rows = await changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        var names = await NamesAsync(db, page, ct);
        return new ConfigurationHistory([.. page.Select(c => View(c, names))], rows.Count > PageSize ? page[^1].Id : null);
    }

    internal static async Task<Dictionary<string, string>> NamesAsync(RegencyDbContext db, IReadOnlyCollection<ConfigurationChange> changes, CancellationToken ct)
    {
        var subs = changes.Select(c => c.By).Distinct().ToList();
        return (await db.Officers.AsNoTracking().Where(o => subs.Contains(o.Sub)).Select(o => new { o.Sub, o.Name }).Distinct().ToListAsync(ct)).DistinctBy(o => o.Sub).ToDictionary(o => o.Sub, o => o.Name);
    }

    internal static ConfigurationRow View(ConfigurationChange change, Dictionary<string, string> names) =>
        new(change.Id, change.Subject, change.Entity, change.At, names.GetValueOrDefault(change.By, change.By), change.Before.Length == 0, change.After.Length == 0, ConfigurationState.Compare(change.Before, change.After));
}
