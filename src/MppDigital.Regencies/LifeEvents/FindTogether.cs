using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>With what an application was filed; for pages that may show that application already.</summary>
public sealed record FindTogether(string Number);

/// <param name="Number">Of the filing; null for an application filed by itself.</param>
/// <param name="WaitsFor">Codes of services whose product it waits for.</param>
public sealed record Together(string? Number, IReadOnlyList<string> WaitsFor);

internal sealed class FindTogetherHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<FindTogether, Together>
{
    public async Task<Outcome<Together>> HandleAsync(FindTogether input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await (from child in db.LifeEventChildren
                           where child.Number == input.Number
                           join filing in db.LifeEventFilings on child.FilingId equals filing.Id
                           select new { filing.Number, child.Waits }).AsNoTracking().SingleOrDefaultAsync(ct);
        return new Together(found?.Number, found is null ? [] : [.. Waiting.Read(found.Waits).Select(w => w.Service).Distinct()]);
    }
}
