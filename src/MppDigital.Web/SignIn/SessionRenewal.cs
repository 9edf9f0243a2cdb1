using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MppDigital.Web.SignIn;

/// <summary>
/// Asks the login before what it said runs out: whoever was signed out, removed or locked there loses this host within minutes even if no
/// notice came through. While the login is away nobody is sent away.
/// </summary>
internal sealed class SessionRenewal(ProviderCalls calls, TokenReader tokens, TimeProvider clock)
{
    private const string RefreshToken = "refresh_token";
    private const string IdToken = "id_token";
    private const string FreshUntil = "mpp.fresh-until";
    private const string EndsAt = "mpp.ends-at";

    /// <summary>Nobody stays signed in at a host for longer than a working day, however often it was renewed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private static readonly TimeSpan Before = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan PauseWhileAway = TimeSpan.FromSeconds(15);

    /// <summary>A page and its pictures ask at once and all carry the same token, which works once: they share one answer.</summary>
    private static readonly TimeSpan Shared = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Attempt> attempts = new(StringComparer.Ordinal);

    private DateTimeOffset awayUntil = DateTimeOffset.MinValue;

    /// <summary>Notes at sign-in what a later renewal needs.</summary>
    public void Begin(AuthenticationProperties properties, ProviderTokens given)
    {
        var now = clock.GetUtcNow();
        Write(properties, EndsAt, now + Longest);
        Keep(properties, given, now);
    }

    public async Task ValidateAsync(CookieValidatePrincipalContext context, RelyingParty party)
    {
        var now = clock.GetUtcNow();
        if (Read(context.Properties, EndsAt) <= now)
        {
            await RejectAsync(context);
            return;
        }

        if (context.Properties.GetTokenValue(RefreshToken) is not { } token || Read(context.Properties, FreshUntil) - Before > now || awayUntil > now) return;
        try
        {
            if (await RenewOnceAsync(party, token, context.Principal!.FindFirst(SignInClaims.Sub)?.Value, context.Principal.FindFirst(SignInClaims.Sid)?.Value) is { } renewed)
            {
                Keep(context.Properties, renewed, now);
                context.ShouldRenew = true;
            }
            else
            {
                await RejectAsync(context);
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            awayUntil = now + PauseWhileAway;
        }
    }

    private Task<ProviderTokens?> RenewOnceAsync(RelyingParty party, string token, string? sub, string? sid)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, attempt) in attempts)
        {
            if (attempt.BeganAt < now - Shared || attempt.Answer is { IsValueCreated: true, Value.IsFaulted: true }) attempts.TryRemove(old, out _);
        }

        // Not cancelled with this request: the others wait for the same answer.
        return attempts.GetOrAdd(token, _ => new Attempt(now, new(() => RenewAsync(party, token, sub, sid)))).Answer.Value;
    }

    /// <summary>Null when the login does not vouch for this person any more.</summary>
    private async Task<ProviderTokens?> RenewAsync(RelyingParty party, string token, string? sub, string? sid)
    {
        ProviderTokens given;
        try
        {
            given = await calls.RefreshAsync(party, token, CancellationToken.None);
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            return null;
        }

        var proven = await tokens.ReadAsync(given.IdToken, party.ClientId, "JWT", CancellationToken.None);
        return proven is not null && proven.FindFirst(SignInClaims.Sub)?.Value == sub && proven.FindFirst(SignInClaims.Sid)?.Value == sid ? given : null;
    }

    private static void Keep(AuthenticationProperties properties, ProviderTokens given, DateTimeOffset now)
    {
        List<AuthenticationToken> kept = [new() { Name = IdToken, Value = given.IdToken }];
        // A provider that gives none is asked again at the next sign-in only.
        if (given.RefreshToken is { } next) kept.Add(new() { Name = RefreshToken, Value = next });
        properties.StoreTokens(kept);
        Write(properties, FreshUntil, now + given.Lifetime);
    }

    private static async Task RejectAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SignInSchemes.Cookie);
    }

    private static DateTimeOffset? Read(AuthenticationProperties properties, string name) =>
        properties.Items.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static void Write(AuthenticationProperties properties, string name, DateTimeOffset at) => properties.Items[name] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private sealed record Attempt(DateTimeOffset BeganAt, Lazy<Task<ProviderTokens?>> Answer);
}
