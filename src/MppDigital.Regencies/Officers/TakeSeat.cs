using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>The invited person, whom the login knows by now, takes the role. Repeated by the same person it changes nothing.</summary>
public sealed record TakeSeat(Guid Invitation, string Sub);

/// <param name="From">First day; null from now on.</param>
public sealed record SeatTaken(OfficerRole Role, string Agency, DateOnly? From);

internal sealed class TakeSeatHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, StaffBook book) : IUseCase<TakeSeat, SeatTaken>
{
    public async Task<Outcome<SeatTaken>> HandleAsync(TakeSeat input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // First of all, for it makes everybody who changes the staff stand in line.
        await book.RecordAsync(db, input.Sub, "staff-accepted", input.Sub, new { invitation = input.Invitation }, ct);
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == input.Invitation, ct) is not { WithdrawnAt: null } invitation) return StaffProblems.UnknownInvitation;
        var taken = new SeatTaken(invitation.Role, invitation.Agency, invitation.From);
        if (invitation.AcceptedBy == input.Sub) return taken;
        if (invitation.AcceptedBy is not null || invitation.ExpiresAt <= book.Now) return StaffProblems.UnknownInvitation;
        invitation.Accept(input.Sub);
        db.Officers.Add(Officer.Invited(invitation, input.Sub, book.Now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return StaffProblems.SeatTaken;
        }

        await transaction.CommitAsync(ct);
        book.Forget(input.Sub);
        return taken;
    }
}
