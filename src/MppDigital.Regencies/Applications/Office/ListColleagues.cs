using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>To whom a file can be handed: officers and clerks with a seat in force today, by agency and name.</summary>
public sealed record ListColleagues(StaffMember Staff, IReadOnlyCollection<string> Agencies);

public sealed record Colleague(string Sub, string Name, string Agency);

internal sealed class ListColleaguesHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<ListColleagues, IReadOnlyList<Colleague>>
{
    private const int Most = 500;

    public async Task<Outcome<IReadOnlyList<Colleague>>> HandleAsync(ListColleagues input, CancellationToken ct)
    {
        var today = StaffDirectory.DayOf(clock.GetUtcNow().UtcDateTime, current.Value);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Officers.AsNoTracking()
            .Where(o => input.Agencies.Contains(o.Agency) && (o.Role == OfficerRole.Officer || o.Role == OfficerRole.Clerk) && (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today))
            .OrderBy(o => o.Agency).ThenBy(o => o.Name).Take(Most).Select(o => new Colleague(o.Sub, o.Name, o.Agency)).ToListAsync(ct);
    }
}
