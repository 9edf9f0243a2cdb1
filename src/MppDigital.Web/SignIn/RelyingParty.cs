using Microsoft.Extensions.Options;
using MppDigital.Login.Clients;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Hosts;

namespace MppDigital.Web.SignIn;

/// <summary>One of our hosts as the login knows it. The origin is computed, never copied from the request.</summary>
/// <param name="Origin">Where browsers meet it: its subdomain or its own domain. Cookies and redirects belong to this one.</param>
/// <param name="Audience">What tokens for its API name, whichever way the request came.</param>
internal sealed record RelyingParty(string ClientId, string Origin, string Audience)
{
    public RelyingParty(string clientId, string origin)
        : this(clientId, origin, origin)
    {
    }

    public string CallbackUri => Origin + SignInEndpoints.CallbackPath;
}

internal sealed class RelyingParties(IOptions<PlatformOptions> platform, ITenantDirectory regencies)
{
    /// <summary>Null on the login host itself and on hosts that are not ours.</summary>
    public RelyingParty? Of(HttpContext http)
    {
        var options = platform.Value;
        var host = http.Request.Host.Host;
        if (host.Equals(options.RootDomain, StringComparison.OrdinalIgnoreCase)) return new(ClientDirectory.Portal, options.OriginOf(""));
        if (host.Equals("pusat." + options.RootDomain, StringComparison.OrdinalIgnoreCase)) return new(ClientDirectory.Ministry, options.OriginOf("pusat"));
        if (regencies.FindByHost(host) is not { } regency) return null;
        var usual = options.OriginOf(regency.Slug);
        var own = http.Features.Get<CurrentHost>()?.OwnDomain is not null && regency.Domain is { } domain ? options.OriginOfDomain(domain) : usual;
        return new(ClientDirectory.IdOf(regency), own, usual);
    }
}
