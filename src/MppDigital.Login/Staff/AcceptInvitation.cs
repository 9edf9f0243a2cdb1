using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Staff;

/// <summary>
/// The signed-in member of staff takes the invitation. The code is theirs from then on: they may come again, for the regency has still to
/// give the role; nobody else can.
/// </summary>
public sealed record AcceptInvitation(HttpContext Http, string? Code);

/// <param name="RegencyCode">Four digits.</param>
public sealed record AcceptedInvitation(Guid Id, string RegencyCode, string Sub);

internal sealed class AcceptInvitationHandler(InvitationCodes codes, CurrentSession current, StrongFactors factors, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
    : IUseCase<AcceptInvitation, AcceptedInvitation>
{
    public async Task<Outcome<AcceptedInvitation>> HandleAsync(AcceptInvitation input, CancellationToken ct)
    {
        var found = await codes.FindAsync(input.Code, input.Http.Connection.RemoteIpAddress, ct);
        if (!found.Succeeded) return found.Problem;
        var invitation = found.Value;
        if ((await current.FindAsync(input.Http, ct))?.Account is not { } signedIn) return Problems.SignInExpired;
        if (signedIn.Kind != AccountKind.Staff || !invitation.IsOpenTo(signedIn.Id)) return Problems.InvitationWrong;
        if (await factors.OfAsync(signedIn, ct) == StrongFactor.None) return Problems.StrongFactorNeeded;

        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var mine = db.StaffInvitations.Where(i => i.Id == invitation.Id && i.CodeHash == invitation.CodeHash && (i.AccountId == null || i.AccountId == signedIn.Id));
        if (await mine.ExecuteUpdateAsync(s => s.SetProperty(i => i.AccountId, signedIn.Id).SetProperty(i => i.AcceptedAt, now), ct) == 0) return Problems.InvitationWrong;
        if (invitation.NeedsStrongFactor && !signedIn.NeedsStrongFactor) (await db.Accounts.SingleAsync(a => a.Id == signedIn.Id, ct)).RequireStrongFactor();
        if (invitation.AcceptedAt is null) db.AccountEvents.Add(AccountEvent.Of(signedIn.Id, AccountEvents.InvitationAccepted, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new AcceptedInvitation(invitation.Id, invitation.RegencyCode, signedIn.Sub);
    }
}
