using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>Who has which access here, since when and how long, and who is invited.</summary>
public sealed record ListStaff(StaffMember Admin);

/// <param name="Agencies">Those that a role may belong to.</param>
public sealed record StaffList(IReadOnlyList<SeatRow> Seats, IReadOnlyList<InvitationRow> Invitations, IReadOnlyList<string> Agencies);

/// <param name="IsInForce">Today; false for roles that begin later or have ended.</param>
/// <param name="SubstituteFor">Name; null for a place of one's own.</param>
/// <param name="GrantedAt">Null for those who sat here from the start.</param>
public sealed record SeatRow(Guid Id, string Sub, string Name, OfficerRole Role, string Agency, DateOnly? From, DateOnly? Until, bool IsInForce, string? SubstituteFor, DateTime? GrantedAt, DateTime? ReviewedAt, long Version)
{
    /// <summary>Districts with commas between; empty for the whole regency.</summary>
    public required string Areas { get; init; }
}

public sealed record InvitationRow(Guid Id, string Name, OfficerRole Role, string Agency, DateTime ExpiresAt, bool HasExpired);

internal sealed class ListStaffHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, StaffBook book) : IUseCase<ListStaff, StaffList>
{
    private const int Most = 2000;

    public async Task<Outcome<StaffList>> HandleAsync(ListStaff input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return StaffProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seats = await db.Officers.AsNoTracking().OrderBy(o => o.Name).ThenBy(o => o.Id).Take(Most).ToListAsync(ct);
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.AcceptedBy == null && i.WithdrawnAt == null).OrderBy(i => i.CreatedAt).Take(Most).ToListAsync(ct);
        var names = seats.GroupBy(s => s.Sub).ToDictionary(g => g.Key, g => g.First().Name);
        return new StaffList(
            [.. seats.Select(s => new SeatRow(s.Id, s.Sub, s.Name, s.Role, s.Agency, s.From, s.Until, s.IsInForceOn(book.Today), s.SubstituteFor is { } sub ? names.GetValueOrDefault(sub, "–") : null, s.GrantedAt, s.ReviewedAt, s.Version) { Areas = s.Areas })],
            [.. invitations.Select(i => new InvitationRow(i.Id, i.Name, i.Role, i.Agency, i.ExpiresAt, i.ExpiresAt <= book.Now))],
            SeatRules.Agencies(catalog));
    }
}
