using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>Gives people their roles in this regency; roles that somebody has already stay as they are.</summary>
public sealed record SeatOfficers(IReadOnlyList<SeatedPerson> People);

/// <param name="Agency">Empty for a role that belongs to no single agency.</param>
public sealed record SeatedPerson(string Sub, string Name, OfficerRole Role, string Agency);

internal sealed class SeatOfficersHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<SeatOfficers, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SeatOfficers input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var subs = input.People.Select(p => p.Sub).Distinct().ToList();
        var known = (await db.Officers.AsNoTracking().Where(o => subs.Contains(o.Sub)).Select(o => new { o.Sub, o.Role, o.Agency }).ToListAsync(ct)).Select(o => (o.Sub, o.Role, o.Agency)).ToHashSet();
        db.Officers.AddRange(input.People.Where(p => known.Add((p.Sub, p.Role, p.Agency))).Select(p => new Officer(p.Sub, p.Name, p.Agency, p.Role)));
        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
