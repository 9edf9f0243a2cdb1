using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>An invitation was lost or went to the wrong person: it gets a new code, or is taken back.</summary>
public sealed record RenewInvitation(StaffMember Admin, Guid Invitation);

public sealed record WithdrawInvitation(StaffMember Admin, Guid Invitation);

internal sealed class RenewInvitationHandler(IDbContextFactory<RegencyDbContext> contexts, StaffBook book) : IUseCase<RenewInvitation, InvitationMade>, IUseCase<WithdrawInvitation, InvitationMade>
{
    public Task<Outcome<InvitationMade>> HandleAsync(RenewInvitation input, CancellationToken ct) => ChangeAsync(input.Admin, input.Invitation, "staff-invited-again", i => i.Renew(book.Now), ct);

    public Task<Outcome<InvitationMade>> HandleAsync(WithdrawInvitation input, CancellationToken ct) => ChangeAsync(input.Admin, input.Invitation, "staff-invitation-withdrawn", i => i.Withdraw(book.Now), ct);

    private async Task<Outcome<InvitationMade>> ChangeAsync(StaffMember admin, Guid id, string action, Action<Invitation> change, CancellationToken ct)
    {
        if (!admin.Is(OfficerRole.Admin)) return StaffProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await book.RecordAsync(db, $"{id:N}", action, admin.Sub, new { }, ct);
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, ct) is not { AcceptedBy: null, WithdrawnAt: null } invitation) return StaffProblems.UnknownInvitation;
        if (!admin.HasFreshFactor) return StepUp.Required;
        change(invitation);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new InvitationMade(invitation.Id, invitation.Name, invitation.Role is OfficerRole.Head or OfficerRole.Admin);
    }
}
