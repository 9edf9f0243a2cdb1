using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Ministry;

/// <summary>Who works at the ministry, by the login's <c>sub</c>. Read anew each time: a removal is felt at once.</summary>
public sealed record FindMinistryStaff(string Sub);

public sealed record MinistryStaff(string Sub, string Name, IReadOnlyList<MinistryRole> Roles)
{
    /// <summary>A second factor was shown a short while ago, in this very sign-in.</summary>
    public bool HasFreshFactor { get; init; }

    public bool Is(MinistryRole role) => Roles.Contains(role);
}

internal sealed class FindMinistryStaffHandler(IDbContextFactory<NationalDbContext> contexts) : IUseCase<FindMinistryStaff, MinistryStaff>
{
    public async Task<Outcome<MinistryStaff>> HandleAsync(FindMinistryStaff input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.MinistryOfficers.AsNoTracking().Where(o => o.Sub == input.Sub).OrderBy(o => o.Role).Take(10).ToListAsync(ct);
        return rows.Count == 0 ? Problems.NotMinistry : new MinistryStaff(input.Sub, rows[0].Name, [.. rows.Select(r => r.Role)]);
    }
}
