using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Starting;

/// <summary>What browsers may do with our pages: nothing that did not come from us, nothing inline.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<PlatformOptions> platform)
{
    // Forms lead to our own host or to the login; the login's own page adds the redirect of the request it serves.
    private readonly string policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
        $"form-action 'self' {platform.Value.OriginOf("login")}; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        context.Response.OnStarting(() =>
        {
            if (context.Features.Get<FormActionOrigin>() is { } allowed) headers.ContentSecurityPolicy = policy.Replace("form-action 'self'", $"form-action 'self' {allowed.Origin}", StringComparison.Ordinal);
            return Task.CompletedTask;
        });
        // What else stands below a regency's own domain is not ours to bind.
        if (context.Request.IsHttps) headers.StrictTransportSecurity = IsBelowApex(context.Request.Host.Host) ? "max-age=31536000; includeSubDomains" : "max-age=31536000";
        return next(context);
    }

    private bool IsBelowApex(string host) =>
        host.Equals(platform.Value.RootDomain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + platform.Value.RootDomain, StringComparison.OrdinalIgnoreCase);
}
