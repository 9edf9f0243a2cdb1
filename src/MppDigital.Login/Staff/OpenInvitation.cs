using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Messages;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Staff;

/// <summary>Makes the code of an invitation and sends it, or gives it for printing. Repeated, it makes a new code, and the old one is worth nothing.</summary>
/// <param name="Id">As the regency numbered it.</param>
/// <param name="RegencyCode">Four digits.</param>
/// <param name="Place">Name of the regency, for the message.</param>
/// <param name="Email">Empty for a printed code.</param>
/// <param name="NeedsStrongFactor">The role signs or gives roles.</param>
public sealed record OpenInvitation(Guid Id, string RegencyCode, string Place, string Name, string? Email, bool NeedsStrongFactor)
{
    /// <summary>Before anything is stored anywhere.</summary>
    /// <returns>What is wrong with the address; null when it is good or there is none.</returns>
    public static string? FaultOf(string? email) => string.IsNullOrWhiteSpace(email) || RegisterAccountHandler.IsEmail(email.Trim()) ? null : AccountTexts.Email;
}

/// <param name="Code">In groups of four, to be printed; null when it went out by e-mail and is nobody else's business.</param>
/// <param name="EmailFailed">The message could not be sent, so the code is to be printed after all.</param>
public sealed record InvitationCode(string? Code, DateTime ExpiresAt, bool EmailFailed);

/// <summary>Nobody can take it any more.</summary>
public sealed record CloseInvitation(Guid Id);

internal sealed class OpenInvitationHandler(IDbContextFactory<LoginDbContext> contexts, InvitationCodes codes, IMessageSender messages, TimeProvider clock)
    : IUseCase<OpenInvitation, InvitationCode>, IUseCase<CloseInvitation, Done>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public async Task<Outcome<InvitationCode>> HandleAsync(OpenInvitation input, CancellationToken ct)
    {
        var expiresAt = clock.GetUtcNow().UtcDateTime + Lifetime;
        var email = string.IsNullOrWhiteSpace(input.Email) ? null : input.Email.Trim();
        var code = Crockford.New(InvitationCodes.Length);
        // Before the transaction: the cipher may have to read its key first.
        var (hash, person) = (await codes.HashAsync(code, ct), await codes.SealAsync(new PersonalData(null, input.Name, null, null, email), ct));
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.StaffInvitations.Where(i => i.Id == input.Id && i.AcceptedAt == null).ExecuteDeleteAsync(ct);
            db.StaffInvitations.Add(StaffInvitation.Of(input.Id, hash, input.RegencyCode, person, input.NeedsStrongFactor, expiresAt));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        var sent = email is not null && await messages.SendAsync(new OutgoingMessage(MessageChannel.Email, email, AccountTexts.Message("Invitation", input.Place, Crockford.Grouped(code))), ct);
        return new InvitationCode(sent ? null : Crockford.Grouped(code), expiresAt, email is not null && !sent);
    }

    public async Task<Outcome<Done>> HandleAsync(CloseInvitation input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.StaffInvitations.Where(i => i.Id == input.Id && i.AcceptedAt == null).ExecuteDeleteAsync(ct);
        return new Done();
    }
}
