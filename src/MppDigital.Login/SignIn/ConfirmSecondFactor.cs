using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <param name="Http">Carries the cookie of the sign-in that waits for the code.</param>
/// <param name="Code">Six digits of an authenticator app, or one of the recovery codes.</param>
public sealed record ConfirmSecondFactor(HttpContext Http, string? Code);

internal sealed class ConfirmSecondFactorHandler(
    CurrentSession current,
    IDbContextFactory<LoginDbContext> contexts,
    SecondFactors factors,
    KnownDevices devices,
    StrongFactors strong,
    DeviceCookie deviceCookie,
    SessionStart sessions) : IUseCase<ConfirmSecondFactor, SignInStep>
{
    public async Task<Outcome<SignInStep>> HandleAsync(ConfirmSecondFactor input, CancellationToken ct)
    {
        var pending = await current.FindPendingAsync(input.Http, ct);
        if (pending?.Account is not { } account) return Problems.SignInExpired;
        var shown = await factors.ShowAsync(account, input.Code, ct);
        if (!shown.Succeeded) return shown.Problem;

        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == pending.Id).ExecuteDeleteAsync(ct);
        var device = await devices.RememberAsync(deviceCookie.Read(input.Http.Request), account.Id, ct);
        return new SignInStep(await sessions.StartAsync(account.Id, SignInMethods.After(pending.Methods, shown.Value), DeviceName.Of(input.Http.Request.Headers.UserAgent), ct), SecondFactorIsDue: false, device, await strong.PasskeyIsAskedAsync(account, ct));
    }
}
