using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MppDigital.Login.Protocol;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Outside;

/// <summary>Sends the browser to the outside provider: authorization code with PKCE, by a pushed request where the provider takes one.</summary>
/// <param name="RequestHandle">The client's request that waits here.</param>
internal sealed record BeginOutsideSignIn(HttpContext Http, string? RequestHandle);

internal sealed class BeginOutsideSignInHandler(OutsideProvider provider, OutsideCalls calls, OutsideAttempts attempts, AddressLimit limit, Issuer issuer, IOptions<OutsideOptions> options)
    : IUseCase<BeginOutsideSignIn, string>
{
    private const int PerAddress = 300;

    private const int LongestHandle = 100;

    public async Task<Outcome<string>> HandleAsync(BeginOutsideSignIn input, CancellationToken ct)
    {
        var address = input.Http.Connection.RemoteIpAddress;
        if (await limit.IsUsedUpAsync("outside", PerAddress, address, ct)) return Accounts.Problems.TooManyTries;
        await limit.NoteAsync("outside", address, ct);
        if (await provider.ReadAsync(ct) is not { } known) return OutsideProblems.Away;
        if (await attempts.BeginAsync(input.Http, input.RequestHandle is { Length: <= LongestHandle } handle ? handle : null, ct) is not { } attempt) return OutsideProblems.Away;

        var request = RequestFor(attempt);
        if (known.PushedAuthorizationRequestEndpoint is not { Length: > 0 }) return QueryHelpers.AddQueryString(known.AuthorizationEndpoint, request);
        var pushed = await calls.PushAsync(known, request.ToDictionary(p => p.Key, p => p.Value!), ct);
        return pushed.Succeeded
            ? QueryHelpers.AddQueryString(known.AuthorizationEndpoint, new Dictionary<string, string?> { ["client_id"] = options.Value.ClientId, ["request_uri"] = pushed.Value })
            : pushed.Problem;
    }

    private Dictionary<string, string?> RequestFor(OutsideAttempt attempt)
    {
        var known = options.Value;
        return new()
        {
            ["response_type"] = "code",
            ["client_id"] = known.ClientId,
            ["redirect_uri"] = issuer.At(SignInPaths.OutsideCallback),
            ["scope"] = known.Scope,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
            ["acr_values"] = $"{known.FaceAcr} {known.AcceptedAcr}".Trim(),
            // Our own auth_time says when somebody was asked, so they have to be asked; a borrowed phone must not answer for its owner.
            ["prompt"] = "login",
            ["ui_locales"] = "id en",
        };
    }
}
