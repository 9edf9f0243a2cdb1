using MppDigital.Login.Staff;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>
/// Roles are the regency's, codes and sessions the login's. The regency goes first each time: what it has not granted no code opens, and
/// what it has taken away no session keeps. A step that fails in between is repeated by its button.
/// </summary>
internal sealed class StaffDesk(
    CurrentRegency current,
    IUseCase<InviteStaff, InvitationMade> invite,
    IUseCase<RenewInvitation, InvitationMade> renew,
    IUseCase<WithdrawInvitation, InvitationMade> withdraw,
    IUseCase<ReviewStaff, StaffReviewed> review,
    IUseCase<OpenInvitation, InvitationCode> open,
    IUseCase<CloseInvitation, Done> close,
    IUseCase<EndStaffSessions, Done> end)
{
    private string Code4 => current.Value.Code.Code4;

    public async Task<Outcome<InvitationCode>> InviteAsync(StaffMember admin, SeatTerms terms, string? email, CancellationToken ct)
    {
        var made = await invite.HandleAsync(new InviteStaff(admin, terms), ct);
        return made.Succeeded ? await OpenAsync(made.Value, email, ct) : made.Problem;
    }

    public async Task<Outcome<InvitationCode>> RenewAsync(StaffMember admin, Guid invitation, CancellationToken ct)
    {
        var made = await renew.HandleAsync(new RenewInvitation(admin, invitation), ct);
        return made.Succeeded ? await OpenAsync(made.Value, null, ct) : made.Problem;
    }

    public async Task<Outcome<Done>> WithdrawAsync(StaffMember admin, Guid invitation, CancellationToken ct)
    {
        var withdrawn = await withdraw.HandleAsync(new WithdrawInvitation(admin, invitation), ct);
        return withdrawn.Succeeded ? await close.HandleAsync(new CloseInvitation(invitation), ct) : withdrawn.Problem;
    }

    public async Task<Outcome<StaffReviewed>> ReviewAsync(StaffMember admin, IReadOnlyCollection<Guid> keep, IReadOnlyCollection<Guid> remove, CancellationToken ct)
    {
        var reviewed = await review.HandleAsync(new ReviewStaff(admin, keep, remove), ct);
        foreach (var sub in reviewed.Value?.Removed ?? []) await end.HandleAsync(new EndStaffSessions(sub, admin.Sub, Code4), ct);
        return reviewed;
    }

    private Task<Outcome<InvitationCode>> OpenAsync(InvitationMade made, string? email, CancellationToken ct) =>
        open.HandleAsync(new OpenInvitation(made.Id, Code4, current.Value.Name, made.Name, email, made.NeedsStrongFactor), ct);
}
