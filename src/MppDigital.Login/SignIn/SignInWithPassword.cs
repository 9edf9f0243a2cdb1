using System.Net;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <param name="Nik">NIK or phone number, as the citizen typed it; or else <paramref name="UserName"/> for staff.</param>
/// <param name="Address">Where the try comes from.</param>
public sealed record SignInWithPassword(string? Nik, string? UserName, string? Password, IPAddress? Address)
{
    /// <summary>From <see cref="DeviceName"/>.</summary>
    public string? Device { get; init; }

    /// <summary>From <see cref="DeviceCookie"/>.</summary>
    public string? DeviceHandle { get; init; }
}

/// <param name="Cookie">New for each sign-in, so that a value planted before is worth nothing.</param>
/// <param name="DeviceHandle">For <see cref="DeviceCookie"/>; null while the second factor is due.</param>
/// <param name="PasskeyIsAsked">Signs, gives roles or works for the ministry, and has no passkey yet: the pages ask for one at every sign-in.</param>
public sealed record SignInStep(string Cookie, bool SecondFactorIsDue, string? DeviceHandle, bool PasskeyIsAsked = false);

internal sealed class SignInWithPasswordHandler(
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Passwords passwords,
    Lockout lockout,
    AddressLimit limit,
    KnownDevices devices,
    StrongFactors strong,
    SessionStart sessions) : IUseCase<SignInWithPassword, SignInStep>
{
    private const int FailuresPerAddress = 50;

    public async Task<Outcome<SignInStep>> HandleAsync(SignInWithPassword input, CancellationToken ct)
    {
        if (await limit.IsUsedUpAsync("sign-in", FailuresPerAddress, input.Address, ct)) return Problems.TooManyTries;
        var account = await FindAsync(input, ct);
        // An unknown name walks the same path: same look-ups, same hash, same answer.
        var who = account?.Sub ?? $"? {input.Nik ?? input.UserName}";
        var place = SignInPlace.Of(input.Address, await devices.FindAsync(input.DeviceHandle, account?.Id ?? Guid.Empty, ct));
        var isClosed = await lockout.IsClosedAsync(who, place, ct);
        var right = await passwords.VerifyAsync(isClosed ? null : account?.PasswordHash, input.Password ?? "", ct);
        if (right.Problem is { } overloaded) return overloaded;
        if (account is null || !right.Value)
        {
            await lockout.NoteFailureAsync(who, place, ct);
            await limit.NoteAsync("sign-in", input.Address, ct);
            return Problems.WrongCredentials;
        }

        if (account.Standing != AccountStanding.Active) return Problems.AccountFrozen;
        await lockout.ForgetFailuresAsync(who, place, ct);
        if (await strong.PasskeyAloneCountsAsync(account, ct)) return Problems.UsePasskey;
        if (account.TotpSealed is not null) return new SignInStep(await sessions.AwaitSecondFactorAsync(account.Id, SignInMethods.Password, ct), SecondFactorIsDue: true, DeviceHandle: null);
        var device = await devices.RememberAsync(input.DeviceHandle, account.Id, ct);
        return new SignInStep(await sessions.StartAsync(account.Id, SignInMethods.Password, input.Device, ct), SecondFactorIsDue: false, device, await strong.PasskeyIsAskedAsync(account, ct));
    }

    private async Task<Account?> FindAsync(SignInWithPassword input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!string.IsNullOrWhiteSpace(input.Nik)) return await CitizenNames.FindAsync(db, seal, input.Nik, ct);
        if (input.UserName?.Trim() is not { Length: > 0 and <= 100 } userName) return null;
        var normalized = Account.NormalizeUserName(userName);
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normalized && a.Kind == AccountKind.Staff, ct);
    }
}
