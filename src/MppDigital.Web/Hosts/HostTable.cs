using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

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

    /// <summary>Routes know regencies by the wildcard below the apex. A request to a regency's own domain passes them under its subdomain's name and gets its own back behind them.</summary>
    /// <returns>The name to give back; null where nothing was changed.</returns>
    internal HostString? EnterBySubdomain(HttpRequest request, Regency regency)
    {
        if (!request.Host.Host.Equals(regency.Domain, StringComparison.OrdinalIgnoreCase)) return null;
        var given = request.Host;
        request.Host = given.Port is { } port ? new HostString($"{regency.Slug}.{root}", port) : new HostString($"{regency.Slug}.{root}");
        return given;
    }

    /// <summary>Which host serves the pages of a namespace; null for namespaces without pages.</summary>
    public string? HostOf(string pageNamespace) => pageNamespace.Split('.').Skip(2).FirstOrDefault() switch
    {
        "Portal" or "MyData" => Portal,
        "SignIn" => Login,
        "Ministry" or "MinistryCatalog" => Ministry,
        "Citizen" or "Office" or "RegencyAdmin" or "Hall" => AnyRegency,
        _ => null,
    };
}
