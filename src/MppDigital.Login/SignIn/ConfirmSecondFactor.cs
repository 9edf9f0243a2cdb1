using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <param name="Http">Carries the cookie of the sign-in that waits for the code.</param>
public sealed record ConfirmSecondFactor(HttpContext Http, string? Code);

internal sealed class ConfirmSecondFactorHandler(
    CurrentSession current,
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Lockout lockout,
    SessionStart sessions,
    TimeProvider clock) : IUseCase<ConfirmSecondFactor, SignInStep>
{
    public async Task<Outcome<SignInStep>> HandleAsync(ConfirmSecondFactor input, CancellationToken ct)
    {
        var pending = await current.FindPendingAsync(input.Http, ct);
        if (pending?.Account is not { TotpSealed: { } totp } account || lockout.IsClosed(account)) return Problems.SignInExpired;

        var code = (input.Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        var step = Totp.Match(await seal.OpenSecretAsync(totp, ct), code, account.TotpStep, clock.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(ct);
        // The step is taken by the row count: the same code sent twice at once signs in one of the two.
        if (step is not { } fits || await db.Accounts.Where(a => a.Id == account.Id && a.TotpStep < fits).ExecuteUpdateAsync(s => s.SetProperty(a => a.TotpStep, fits), ct) == 0)
        {
            await lockout.NoteFailureAsync(account, ct);
            return Problems.WrongCode;
        }

        await db.Sessions.Where(s => s.Id == pending.Id).ExecuteDeleteAsync(ct);
        await lockout.ForgetFailuresAsync(account, ct);
        return new SignInStep(await sessions.StartAsync(account.Id, SignInMethods.PasswordAndCode, DeviceName.Of(input.Http.Request.Headers.UserAgent), ct), SecondFactorIsDue: false);
    }
}
