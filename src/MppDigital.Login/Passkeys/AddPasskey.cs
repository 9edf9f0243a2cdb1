using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.MyAccount;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Passkeys;

/// <summary>Takes the passkey that the device has made.</summary>
/// <param name="Handle">From <see cref="PasskeyOffer"/>.</param>
/// <param name="Credential">JSON of the browser.</param>
/// <param name="Name">By which the person knows the device.</param>
public sealed record AddPasskey(HttpContext Http, string? Handle, string? Credential, string? Name, string? Password);

internal sealed class AddPasskeyHandler(
    Owner owner,
    IPasskeyHandler<Account> passkeys,
    PasskeyStates states,
    IDbContextFactory<LoginDbContext> contexts,
    AccountNotices notices,
    TimeProvider clock) : IUseCase<AddPasskey, Done>
{
    public const int LongestName = 60;

    private const int Most = 20;

    private const int LongestCredential = 20_000;

    public async Task<Outcome<Done>> HandleAsync(AddPasskey input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        var name = (input.Name ?? "").Trim();
        if (name.Length is < 1 or > LongestName || !UnicodeText.IsPlain(name)) return Problems.Invalid(new() { ["/name"] = [AccountTexts.PasskeyName] });
        if (await owner.DoubtAsync(account, input.Password, "password", ct) is { } doubt) return doubt;
        if (await states.TakeAsync(input.Handle, account.Id, ct) is not { } state || input.Credential is not { Length: > 0 and <= LongestCredential }) return Problems.PasskeyNotTaken;
        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = input.Http, CredentialJson = input.Credential, AttestationState = state });
        if (!result.Succeeded) return Problems.PasskeyNotTaken;

        var made = result.Passkey;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.UserPasskeys.CountAsync(p => p.UserId == account.Id, ct) >= Most) return Problems.TooManyPasskeys;
        db.UserPasskeys.Add(new IdentityUserPasskey<Guid>
        {
            UserId = account.Id,
            CredentialId = made.CredentialId,
            Data = new IdentityPasskeyData
            {
                Name = name,
                PublicKey = made.PublicKey,
                CreatedAt = clock.GetUtcNow(),
                SignCount = made.SignCount,
                Transports = made.Transports,
                IsUserVerified = made.IsUserVerified,
                IsBackupEligible = made.IsBackupEligible,
                IsBackedUp = made.IsBackedUp,
                AttestationObject = made.AttestationObject,
                ClientDataJson = made.ClientDataJson,
            },
        });
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.PasskeyAdded, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await notices.SendAsync(account, "PasskeyAdded", ct);
        return new Done();
    }
}
