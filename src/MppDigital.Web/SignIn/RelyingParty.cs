using Microsoft.Extensions.Options;
using MppDigital.Login.Clients;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.SignIn;

/// <summary>One of our hosts as the login knows it. The origin is computed, never copied from the request.</summary>
internal sealed record RelyingParty(string ClientId, string Origin)
{
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
        return regencies.FindByHost(host) is { } regency ? new(ClientDirectory.IdOf(regency), options.OriginOf(regency.Slug)) : null;
    }
}
