using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Passkeys;

/// <summary>The device answered the challenge with a key that it unlocked for its owner: two factors in one step.</summary>
/// <param name="Handle">From <see cref="PasskeyOffer"/>.</param>
/// <param name="Credential">JSON of the browser.</param>
public sealed record SignInWithPasskey(HttpContext Http, string? Handle, string? Credential);

internal sealed class SignInWithPasskeyHandler(
    IPasskeyHandler<Account> passkeys,
    PasskeyStates states,
    IDbContextFactory<LoginDbContext> contexts,
    AddressLimit limit,
    KnownDevices devices,
    DeviceCookie deviceCookie,
    SessionStart sessions) : IUseCase<SignInWithPasskey, SignInStep>
{
    private const int FailuresPerAddress = 50;

    private const int LongestCredential = 20_000;

    public async Task<Outcome<SignInStep>> HandleAsync(SignInWithPasskey input, CancellationToken ct)
    {
        var address = input.Http.Connection.RemoteIpAddress;
        if (await limit.IsUsedUpAsync("passkey", FailuresPerAddress, address, ct)) return Problems.TooManyTries;
        if (input.Credential is not { Length: > 0 and <= LongestCredential } credential || await states.TakeAsync(input.Handle, null, ct) is not { } state) return Problems.PasskeyNotTaken;
        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = input.Http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded)
        {
            await limit.NoteAsync("passkey", address, ct);
            return Problems.PasskeyNotTaken;
        }

        var (account, used) = (result.User, result.Passkey);
        if (account.Standing != AccountStanding.Active) return Problems.AccountFrozen;
        await using var db = await contexts.CreateDbContextAsync(ct);
        // The counter shows a copied key, and whether the key lies in a cloud may change.
        var row = await db.UserPasskeys.SingleAsync(p => p.UserId == account.Id && p.CredentialId == used.CredentialId, ct);
        (row.Data.SignCount, row.Data.IsBackedUp, row.Data.IsUserVerified) = (used.SignCount, used.IsBackedUp, used.IsUserVerified);
        await db.SaveChangesAsync(ct);
        var device = await devices.RememberAsync(deviceCookie.Read(input.Http.Request), account.Id, ct);
        return new SignInStep(await sessions.StartAsync(account.Id, SignInMethods.Passkey, DeviceName.Of(input.Http.Request.Headers.UserAgent), ct), SecondFactorIsDue: false, device);
    }
}
