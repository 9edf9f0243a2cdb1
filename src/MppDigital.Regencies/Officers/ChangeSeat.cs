using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>An admin moves the first or the last day of somebody's role, or the districts that it is for.</summary>
/// <param name="Version">As the admin saw it.</param>
/// <param name="Areas">Districts with commas between; empty for the whole regency.</param>
public sealed record ChangeSeat(StaffMember Admin, Guid Seat, DateOnly? From, DateOnly? Until, long? Version, string Areas = "");

internal sealed class ChangeSeatHandler(IDbContextFactory<RegencyDbContext> contexts, StaffBook book) : IUseCase<ChangeSeat, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ChangeSeat input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return StaffProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == input.Seat, ct) is not { } before) return StaffProblems.UnknownSeat;
        if (input.Until < book.Today) return StaffProblems.Invalid(new() { ["/until"] = [StaffTexts.UntilPast] });
        if (input.Until < input.From) return StaffProblems.Invalid(new() { ["/until"] = [StaffTexts.UntilBeforeFrom] });
        if (before.SubstituteFor is not null && input.Until is null) return StaffProblems.Invalid(new() { ["/until"] = [StaffTexts.SubstituteEnds] });
        if (!WorkAreas.TryRead(input.Areas, out var areas)) return StaffProblems.Invalid(new() { ["/areas"] = [StaffTexts.Areas] });
        if (areas.Length > 0 && before.Role != OfficerRole.Officer) return StaffProblems.Invalid(new() { ["/areas"] = [StaffTexts.AreasOfOfficer] });
        if (input.Version != before.Version) return StaffProblems.ChangedMeanwhile;
        if (!input.Admin.HasFreshFactor) return StepUp.Required;

        await book.RecordAsync(db, before.Sub, "staff-changed", input.Admin.Sub, new { before.Role, before.Agency, input.From, input.Until, areas }, ct);
        var seat = await db.Officers.SingleOrDefaultAsync(o => o.Id == input.Seat, ct);
        if (seat is null || seat.Version != before.Version) return StaffProblems.ChangedMeanwhile;
        seat.Change(input.From, input.Until, areas);
        // Somebody who begins tomorrow invites nobody today.
        if (!seat.IsInForceOn(book.Today) && await book.LeavesNoAdminAsync(db, seat, ct)) return StaffProblems.LastAdmin;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        book.Forget(seat.Sub);
        return new Done();
    }
}
