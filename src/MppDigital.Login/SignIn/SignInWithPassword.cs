using System.Net;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <param name="Nik">What the citizen typed; or else <paramref name="UserName"/> for staff.</param>
/// <param name="Address">Where the try comes from.</param>
public sealed record SignInWithPassword(string? Nik, string? UserName, string? Password, IPAddress? Address)
{
    /// <summary>From <see cref="DeviceName"/>.</summary>
    public string? Device { get; init; }
}

/// <param name="Cookie">New for each sign-in, so that a value planted before is worth nothing.</param>
public sealed record SignInStep(string Cookie, bool SecondFactorIsDue);

internal sealed class SignInWithPasswordHandler(
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Passwords passwords,
    Lockout lockout,
    AddressLimit limit,
    SessionStart sessions) : IUseCase<SignInWithPassword, SignInStep>
{
    private const int FailuresPerAddress = 50;

    public async Task<Outcome<SignInStep>> HandleAsync(SignInWithPassword input, CancellationToken ct)
    {
        if (await limit.IsUsedUpAsync("sign-in", FailuresPerAddress, input.Address, ct)) return Problems.TooManyTries;
        var password = input.Password ?? "";
        var account = await FindAsync(input, ct);
        if (account is not null && (lockout.IsClosed(account) || account.Standing != AccountStanding.Active)) account = null;
        var right = await passwords.VerifyAsync(account?.PasswordHash, password, ct);
        if (right.Problem is { } overloaded) return overloaded;
        if (account is null || !right.Value)
        {
            if (account is not null) await lockout.NoteFailureAsync(account, ct);
            await limit.NoteAsync("sign-in", input.Address, ct);
            return Problems.WrongCredentials;
        }

        if (account.TotpSealed is not null) return new SignInStep(await sessions.AwaitSecondFactorAsync(account.Id, ct), SecondFactorIsDue: true);
        await lockout.ForgetFailuresAsync(account, ct);
        return new SignInStep(await sessions.StartAsync(account.Id, SignInMethods.Password, input.Device, ct), SecondFactorIsDue: false);
    }

    private async Task<Account?> FindAsync(SignInWithPassword input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (Typed(input.Nik) is { Length: 16 } nik && nik.All(char.IsAsciiDigit))
        {
            var lookup = await seal.LookupOfNikAsync(nik, ct);
            return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NikLookup == lookup, ct);
        }

        if (input.UserName?.Trim() is not { Length: > 0 and <= 100 } userName) return null;
        var normalized = Account.NormalizeUserName(userName);
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normalized && a.Kind == AccountKind.Staff, ct);
    }

    /// <summary>People group the digits as on the card.</summary>
    private static string? Typed(string? nik) => nik?.Replace(" ", "", StringComparison.Ordinal).Trim();
}
