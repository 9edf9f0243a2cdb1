using Microsoft.AspNetCore.Http;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>
/// Somebody who is signed in shows the second factor once more, because a host is about to do something that deserves it. Session and
/// fresh factor together make it a new authentication (NIST SP 800-63B, 4.2.3), so the password is not asked for again.
/// </summary>
/// <param name="Code">Six digits of an authenticator app, or one of the recovery codes.</param>
public sealed record ConfirmAgain(HttpContext Http, string? Code);

internal sealed class ConfirmAgainHandler(CurrentSession current, SecondFactors factors, StrongFactors strong, KnownDevices devices, DeviceCookie deviceCookie, SessionStart sessions)
    : IUseCase<ConfirmAgain, SignInStep>
{
    public async Task<Outcome<SignInStep>> HandleAsync(ConfirmAgain input, CancellationToken ct)
    {
        if (await current.FindAsync(input.Http, ct) is not { Account: { } account } session) return Problems.SignInExpired;
        if (await strong.PasskeyAloneCountsAsync(account, ct)) return Problems.UsePasskey;
        var shown = await factors.ShowAsync(account, input.Code, ct);
        if (!shown.Succeeded) return shown.Problem;

        // What was shown at first stays told: a key, or the outside provider.
        var methods = SignInMethods.IsStrong(session.Methods) ? session.Methods : SignInMethods.After(session.Methods, shown.Value);
        var device = await devices.RememberAsync(deviceCookie.Read(input.Http.Request), account.Id, ct);
        return new SignInStep(await sessions.StartAsync(account.Id, methods, DeviceName.Of(input.Http.Request.Headers.UserAgent), ct), SecondFactorIsDue: false, device);
    }
}
