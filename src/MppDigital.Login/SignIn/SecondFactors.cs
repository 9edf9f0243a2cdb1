using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>Judges the code of an authenticator app or a recovery code, each of which works once.</summary>
internal sealed class SecondFactors(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, AttemptCounter attempts, AccountNotices notices, TimeProvider clock)
{
    private const int Tries = 5;

    private const int TriesPerDay = 50;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>One of <see cref="SignInMethods"/>.</returns>
    public async Task<Outcome<string>> ShowAsync(Account account, string? typed, CancellationToken ct)
    {
        if (account.TotpSealed is not { } totp) return Problems.SignInExpired;
        var (soon, day) = ($"second {account.Sub}", $"second-day {account.Sub}");
        if (await attempts.IsUsedUpAsync(soon, Tries, Window, ct) || await attempts.IsUsedUpAsync(day, TriesPerDay, Day, ct)) return Problems.SignInExpired;

        var code = string.Concat((typed ?? "").Where(char.IsLetterOrDigit));
        var method = await TakeCodeAsync(account, totp, code, ct) ? SignInMethods.PasswordAndCode
            : await TakeRecoveryCodeAsync(account, code, ct) ? SignInMethods.PasswordAndRecoveryCode
            : null;
        if (method is null)
        {
            await attempts.NoteAsync(soon, Window, ct);
            await attempts.NoteAsync(day, Day, ct);
            return Problems.WrongCode;
        }

        await attempts.ForgetAsync(soon, ct);
        return method;
    }

    private async Task<bool> TakeCodeAsync(Account account, byte[] totp, string code, CancellationToken ct)
    {
        if (Totp.Match(await seal.OpenSecretAsync(totp, ct), code, account.TotpStep, clock.GetUtcNow()) is not { } step) return false;
        await using var db = await contexts.CreateDbContextAsync(ct);
        // The step is taken by the row count: the same code sent twice at once signs in one of the two.
        return await db.Accounts.Where(a => a.Id == account.Id && a.TotpStep < step).ExecuteUpdateAsync(s => s.SetProperty(a => a.TotpStep, step), ct) == 1;
    }

    private async Task<bool> TakeRecoveryCodeAsync(Account account, string code, CancellationToken ct)
    {
        if (code.Length != RecoveryCodes.Length) return false;
        var hash = await seal.HashRecoveryCodeAsync(account, code.ToUpper(CultureInfo.InvariantCulture), ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.CodeHash == hash && !c.ForFirstUse).ExecuteDeleteAsync(ct) == 0) return false;
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.RecoveryCodeUsed, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await notices.SendAsync(account, "RecoveryCodeUsed", ct);
        return true;
    }
}
