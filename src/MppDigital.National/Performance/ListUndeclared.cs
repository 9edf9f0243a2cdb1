using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Performance;

/// <summary>The regencies in which files wait for a declaration of completeness longer than the working day an office has, the longest lists first.</summary>
public sealed record ListUndeclared;

/// <param name="AsOf">When the regency counted, UTC.</param>
public sealed record UndeclaredFiles(string Code, string Name, int Count, DateTime AsOf);

internal sealed class ListUndeclaredHandler(IDbContextFactory<NationalDbContext> contexts) : IUseCase<ListUndeclared, IReadOnlyList<UndeclaredFiles>>
{
    private const int Most = 20;

    public async Task<Outcome<IReadOnlyList<UndeclaredFiles>>> HandleAsync(ListUndeclared input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.PlatformFigures.AsNoTracking().Where(f => f.Undeclared > 0)
            .Join(db.Regencies.AsNoTracking(), f => f.RegencyCode, r => r.Code, (f, r) => new { r.Code, r.Name, f.Undeclared, f.AsOf })
            .OrderByDescending(f => f.Undeclared).ThenBy(f => f.Code).Take(Most)
            .Select(f => new UndeclaredFiles(f.Code, f.Name, f.Undeclared, f.AsOf)).ToListAsync(ct);
    }
}
