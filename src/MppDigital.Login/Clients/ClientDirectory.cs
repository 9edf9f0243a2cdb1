using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Login.Clients;

/// <summary>
/// All clients. Our own hosts are computed from the registry: one per regency, the ministry, the portal; in the demo also three outside
/// programs. Programs of others stand in a table.
/// </summary>
public sealed class ClientDirectory
{
    public const string Portal = "portal";

    public const string Ministry = "pusat";

    private const string RegencyPrefix = "regency-";

    private readonly IOptions<PlatformOptions> platform;
    private readonly IOptions<LoginOptions> login;
    private readonly ITenantDirectory regencies;
    private readonly RegisteredClients registered;

    internal ClientDirectory(IOptions<PlatformOptions> platform, IOptions<LoginOptions> login, ITenantDirectory regencies, RegisteredClients registered)
    {
        this.platform = platform;
        this.login = login;
        this.regencies = regencies;
        this.registered = registered;
    }

    public static string IdOf(Regency regency) => RegencyPrefix + regency.Code.Code4;

    public Client? Find(string? id)
    {
        if (id is not { Length: <= 60 }) return null;
        if (id == Portal) return Host(id, "MPP Digital", platform.Value.OriginOf(""));
        if (id == Ministry) return Host(id, "MPP Digital Pusat", platform.Value.OriginOf("pusat"));
        if (id.StartsWith(RegencyPrefix, StringComparison.Ordinal) && id.Length == RegencyPrefix.Length + 4)
        {
            return RegencyCode.TryParse(id[RegencyPrefix.Length..], out var code) && regencies.Find(code) is { } regency
                ? AlsoAt(regency.Domain, Host(id, $"MPP Digital {regency.Name}", platform.Value.OriginOf(regency.Slug)))
                : null;
        }

        return (login.Value.DemoClients ? DemoClients(platform.Value, regencies).FirstOrDefault(c => c.Id == id) : null) ?? registered.Find(id);
    }

    /// <summary>True for the exact origin of a host whose API takes tokens.</summary>
    public bool IsResource(string origin)
    {
        var options = platform.Value;
        if (origin == options.OriginOf("") || origin == options.OriginOf("pusat")) return true;
        var scheme = origin.IndexOf("://", StringComparison.Ordinal);
        var dot = origin.IndexOf('.', StringComparison.Ordinal);
        if (scheme < 0 || dot < scheme + 3) return false;
        var slug = origin[(scheme + 3)..dot];
        return regencies.FindBySlug(slug) is not null && origin == options.OriginOf(slug);
    }

    /// <summary>Programs that stand for other people's systems: a web application, one that knows only RS256, and one without people.</summary>
    internal static IReadOnlyList<Client> DemoClients(PlatformOptions platform, ITenantDirectory regencies)
    {
        var home = regencies.FindBySlug("bukittinggi") ?? regencies.All[0];
        return
        [
            Outside("demo-web", 5990),
            Outside("demo-old", 5991) with { IdTokenAlgorithm = "RS256" },
            new Client
            {
                Id = "demo-system",
                Name = "Sistem demo",
                Origin = platform.OriginOf(home.Slug),
                SystemOfRegency = home.Code.Code4,
            },
        ];

        Client Outside(string id, int port) => new()
        {
            Id = id,
            Name = "Aplikasi demo",
            Origin = platform.OriginOf(""),
            RedirectUris = [$"http://127.0.0.1:{port}/callback"],
            PostLogoutRedirectUris = [$"http://127.0.0.1:{port}/"],
            BackchannelLogoutUri = $"http://127.0.0.1:{port}/backchannel",
        };
    }

    /// <summary>The regency's own domain is as exact a redirect as its subdomain; servers talk to the subdomain.</summary>
    private Client AlsoAt(string? domain, Client host)
    {
        if (domain is null) return host;
        var origin = platform.Value.OriginOfDomain(domain);
        return host with { RedirectUris = [.. host.RedirectUris, $"{origin}/signin/callback"], PostLogoutRedirectUris = [.. host.PostLogoutRedirectUris, $"{origin}/"] };
    }

    private static Client Host(string id, string name, string origin) => new()
    {
        Id = id,
        Name = name,
        Origin = origin,
        IsHost = true,
        RedirectUris = [$"{origin}/signin/callback"],
        PostLogoutRedirectUris = [$"{origin}/"],
        BackchannelLogoutUri = $"{origin}/signin/backchannel",
    };
}
