using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>
/// An admin goes through the list and says of each role that it is still needed, or takes it away. Removed is removed at once: this node
/// forgets it now, the others within <see cref="StaffDirectory.Remembered"/>.
/// </summary>
public sealed record ReviewStaff(StaffMember Admin, IReadOnlyCollection<Guid> Keep, IReadOnlyCollection<Guid> Remove);

/// <param name="Removed">The <c>sub</c> of each person who lost a role here.</param>
public sealed record StaffReviewed(int Kept, IReadOnlyList<string> Removed);

internal sealed class ReviewStaffHandler(IDbContextFactory<RegencyDbContext> contexts, StaffBook book) : IUseCase<ReviewStaff, StaffReviewed>
{
    public async Task<Outcome<StaffReviewed>> HandleAsync(ReviewStaff input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return StaffProblems.AdminsOnly;
        if (input.Keep.Count + input.Remove.Count == 0) return StaffProblems.NothingChosen;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (input.Remove.Count > 0 && !input.Admin.HasFreshFactor) return StepUp.Required;

        // First of all, for it makes everybody who changes the staff stand in line: two admins cannot remove each other.
        await book.RecordAsync(db, "staff", "staff-reviewed", input.Admin.Sub, new { kept = input.Keep.Count, removed = input.Remove.Count }, ct);
        var asked = input.Keep.Concat(input.Remove).ToHashSet();
        var seats = await db.Officers.Where(o => asked.Contains(o.Id)).OrderBy(o => o.Id).Take(1000).ToListAsync(ct);
        // Somebody else may have removed one in between: what is gone is gone, and what is left is reviewed.
        foreach (var seat in seats.Where(s => !input.Remove.Contains(s.Id)))
        {
            await book.RecordAsync(db, seat.Sub, "staff-kept", input.Admin.Sub, new { seat.Role, seat.Agency }, ct);
            seat.Review(book.Now);
        }

        var removed = seats.Where(s => input.Remove.Contains(s.Id)).ToList();
        foreach (var seat in removed)
        {
            await book.RecordAsync(db, seat.Sub, "staff-removed", input.Admin.Sub, new { seat.Role, seat.Agency }, ct);
            db.Officers.Remove(seat);
        }

        await db.SaveChangesAsync(ct);
        if (removed.FirstOrDefault(s => s.Role == OfficerRole.Admin) is { } admin && await book.LeavesNoAdminAsync(db, admin, ct)) return StaffProblems.LastAdmin;
        await transaction.CommitAsync(ct);
        foreach (var seat in removed) book.Forget(seat.Sub);
        return new StaffReviewed(seats.Count - removed.Count, [.. removed.Select(s => s.Sub).Distinct()]);
    }
}
