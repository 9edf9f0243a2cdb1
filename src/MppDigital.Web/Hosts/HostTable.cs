using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Web.Hosts;

/// <summary>The fixed hosts below the apex, and the pattern of the regencies.</summary>
public sealed class HostTable(IOptions<PlatformOptions> options)
{
    private readonly string root = options.Value.RootDomain.ToLowerInvariant();

    public string Portal => root;

    public string Login => $"login.{root}";

    public string Ministry => $"pusat.{root}";

    public string AnyRegency => $"*.{root}";

    /// <summary>Null for a host that may be a regency's.</summary>
    public Audience? FixedAudienceOf(string host) =>
        host.Equals(root, StringComparison.OrdinalIgnoreCase) ? Audience.Portal
        : host.Equals(Login, StringComparison.OrdinalIgnoreCase) ? Audience.Login
        : host.Equals(Ministry, StringComparison.OrdinalIgnoreCase) ? Audience.Ministry
        : null;

    /// <summary>Which host serves the pages of a namespace; null for namespaces without pages.</summary>
    public string? HostOf(string pageNamespace) => pageNamespace.Split('.').Skip(2).FirstOrDefault() switch
    {
        "Portal" => Portal,
        "SignIn" => Login,
        "Ministry" => Ministry,
        "Citizen" or "Office" or "RegencyAdmin" => AnyRegency,
        _ => null,
    };
}
