using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using MppDigital.Login.Sessions;
using MppDigital.Platform;

namespace MppDigital.Web.SignIn;

/// <summary>
/// The cookie of one host. It has no Domain, and the ticket inside names the host it was made for: all hosts share one key ring, so a
/// cookie carried to another host would otherwise open it.
/// </summary>
internal sealed class HostCookie(IOptions<PlatformOptions> platform, RelyingParties parties, EndedSessions ended, SessionRenewal renewal) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public static string NameFor(PlatformOptions platform, string name) => IsHttps(platform) ? $"__Host-{name}" : name;

    public static bool IsHttps(PlatformOptions platform) => platform.PublicOrigin.StartsWith("https://", StringComparison.Ordinal);

    public void Configure(CookieAuthenticationOptions options) => Configure(SignInSchemes.Cookie, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != SignInSchemes.Cookie) return;
        options.Cookie.Name = NameFor(platform.Value, SignInSchemes.Cookie);
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = IsHttps(platform.Value) ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => HostChallenge.ChallengeAsync(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => HostChallenge.ForbidAsync(context.HttpContext);
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var party = parties.Of(context.HttpContext);
        if (party is null || context.Principal?.FindFirst(SignInClaims.Origin)?.Value != party.Origin)
        {
            context.RejectPrincipal();
            return;
        }

        if (context.Principal.FindFirst(SignInClaims.Sid)?.Value is not { } sid || ended.Contains(sid))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignInSchemes.Cookie);
            return;
        }

        await renewal.ValidateAsync(context, party);
    }
}
