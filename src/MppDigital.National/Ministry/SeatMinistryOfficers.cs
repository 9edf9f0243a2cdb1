using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Ministry;

/// <summary>Gives people their roles at the ministry; roles that somebody has already stay as they are.</summary>
public sealed record SeatMinistryOfficers(IReadOnlyList<MinistrySeat> People);

public sealed record MinistrySeat(string Sub, string Name, MinistryRole Role);

internal sealed class SeatMinistryOfficersHandler(IDbContextFactory<NationalDbContext> contexts) : IUseCase<SeatMinistryOfficers, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SeatMinistryOfficers input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var subs = input.People.Select(p => p.Sub).Distinct().ToList();
        var known = (await db.MinistryOfficers.AsNoTracking().Where(o => subs.Contains(o.Sub)).Select(o => new { o.Sub, o.Role }).ToListAsync(ct)).Select(o => (o.Sub, o.Role)).ToHashSet();
        db.MinistryOfficers.AddRange(input.People.Where(p => known.Add((p.Sub, p.Role))).Select(p => new MinistryOfficer { Sub = p.Sub, Name = p.Name, Role = p.Role }));
        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
