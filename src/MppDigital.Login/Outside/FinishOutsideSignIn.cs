using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Outside;

/// <summary>The browser came back. The session of ours that begins is as sure as what the provider vouches for, and no more.</summary>
/// <param name="Attempt">What left from this browser.</param>
internal sealed record FinishOutsideSignIn(HttpContext Http, OutsideAttempt Attempt, string? Code, string? Error, string? Issuer);

/// <param name="Step">Null when the person was signed in here as surely already and only bound the account.</param>
internal sealed record OutsideStep(SignInStep? Step);

internal sealed class FinishOutsideSignInHandler(
    OutsideProvider provider,
    OutsideCalls calls,
    OutsideTokenReader tokens,
    OutsideAccounts accounts,
    CurrentSession current,
    KnownDevices devices,
    DeviceCookie deviceCookie,
    SessionStart sessions,
    Issuer issuer,
    IOptions<OutsideOptions> options) : IUseCase<FinishOutsideSignIn, OutsideStep>
{
    public async Task<Outcome<OutsideStep>> HandleAsync(FinishOutsideSignIn input, CancellationToken ct)
    {
        if (await provider.ReadAsync(ct) is not { } known) return OutsideProblems.Away;
        if (!IsFrom(known, input.Issuer)) return OutsideProblems.NotVerified;
        if (input.Error is { } error) return error is "temporarily_unavailable" or "server_error" ? OutsideProblems.Away : error == "access_denied" ? OutsideProblems.Declined : OutsideProblems.NotVerified;
        if (input.Code is not { Length: > 0 and <= 4000 } code) return OutsideProblems.NotVerified;

        var proven = await ProveAsync(known, input.Attempt, code, ct);
        if (!proven.Succeeded) return proven.Problem;
        var here = await current.FindAsync(input.Http, ct);
        var found = await accounts.FindOrMakeAsync(proven.Value, here, ct);
        return found.Succeeded ? await StartAsync(input.Http, found.Value, proven.Value, here, ct) : found.Problem;
    }

    /// <summary>RFC 9207: an answer that names its issuer must name the right one, and a provider that always does must have done so.</summary>
    private bool IsFrom(OpenIdConnectConfiguration known, string? named) =>
        named is null ? !known.AuthorizationResponseIssParameterSupported : named == options.Value.Issuer;

    private async Task<Outcome<OutsidePerson>> ProveAsync(OpenIdConnectConfiguration known, OutsideAttempt attempt, string code, CancellationToken ct)
    {
        var given = await calls.RedeemAsync(known, attempt, code, issuer.At(SignInPaths.OutsideCallback), ct);
        if (!given.Succeeded) return given.Problem;
        if (await tokens.ReadAsync(known, given.Value, attempt, ct) is not { } token) return provider.IsAway ? OutsideProblems.Away : OutsideProblems.NotVerified;
        var acr = OutsideTokenReader.Text(token, "acr");
        var isFace = Names(options.Value.FaceAcr, acr);
        if (!isFace && !Names(options.Value.AcceptedAcr, acr)) return OutsideProblems.LowAssurance;

        var userInfo = default(JsonElement);
        if (given.Value.AccessToken is { } accessToken && known.UserInfoEndpoint is { Length: > 0 } endpoint)
        {
            var described = await calls.DescribeAsync(endpoint, accessToken, ct);
            if (!described.Succeeded) return described.Problem;
            userInfo = described.Value;
            // OpenID Connect Core, 5.3.2: else one person's claims could be put to another's sign-in.
            if (!userInfo.TryGetProperty("sub", out var sub) || sub.ValueKind != JsonValueKind.String || sub.GetString() != token.Subject) return OutsideProblems.NotVerified;
        }

        return OutsidePerson.From(token, userInfo, isFace, options.Value.NikClaim);
    }

    private async Task<Outcome<OutsideStep>> StartAsync(HttpContext http, OutsideAccount found, OutsidePerson person, Session? here, CancellationToken ct)
    {
        var account = found.Account;
        // Staff have no NIK here and so are never found; should that change, their own key still counts.
        if (account.NeedsStrongFactor) return Accounts.Problems.UsePasskey;
        // Whoever came to bind the account keeps the session there is: a weaker outside way must not replace a stronger one.
        if (found.IsNewlyBound && here?.AccountId == account.Id) return new OutsideStep(null);
        if (account.TotpSealed is not null && !person.FaceChecked)
        {
            return new OutsideStep(new SignInStep(await sessions.AwaitSecondFactorAsync(account.Id, person.Methods, ct), SecondFactorIsDue: true, DeviceHandle: null));
        }

        var device = await devices.RememberAsync(deviceCookie.Read(http.Request), account.Id, ct);
        var cookie = await sessions.StartAsync(account.Id, person.Methods, DeviceName.Of(http.Request.Headers.UserAgent), ct);
        return new OutsideStep(new SignInStep(cookie, SecondFactorIsDue: false, device));
    }

    private static bool Names(string values, string? acr) => acr is { Length: > 0 } && values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(acr, StringComparer.Ordinal);
}
