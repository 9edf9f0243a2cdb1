namespace MppDigital.Platform;

/// <summary>Section <c>Platform</c>: where this deployment stands. Every absolute link derives from here, never from a request.</summary>
public sealed class PlatformOptions
{
    /// <summary>Apex of all hosts; tenants live one label below it.</summary>
    public string RootDomain { get; set; } = "mpp.localhost";

    /// <summary>Scheme, apex and port of every link, QR code and the issuer, for example <c>https://mpp.go.id</c>. Filled at start when empty.</summary>
    public string PublicOrigin { get; set; } = "";

    public string[] TrustedProxies { get; set; } = [];

    /// <summary>Embedded databases, files and keys. Filled at start when empty.</summary>
    public string DataDirectory { get; set; } = "";

    public string SeedDirectory { get; set; } = "";

    /// <summary>What this process runs: <c>web</c>, <c>login</c>, <c>worker</c>, separated by commas.</summary>
    public string Roles { get; set; } = "web,login,worker";

    public bool Runs(string role) => Roles.Split(',', StringSplitOptions.TrimEntries).Contains(role, StringComparer.OrdinalIgnoreCase);

    /// <summary>Origin of a host below the apex: <c>OriginOf("bukittinggi")</c>; the apex itself for an empty label.</summary>
    public string OriginOf(string label)
    {
        if (label.Length == 0) return PublicOrigin;
        var split = PublicOrigin.IndexOf("://", StringComparison.Ordinal) + 3;
        return $"{PublicOrigin[..split]}{label}.{PublicOrigin[split..]}";
    }

    /// <summary>Origin of a domain that a regency owns: reached as our own hosts are, with their scheme and port.</summary>
    public string OriginOfDomain(string domain)
    {
        var split = PublicOrigin.IndexOf("://", StringComparison.Ordinal) + 3;
        var colon = PublicOrigin.IndexOf(':', split);
        return PublicOrigin[..split] + domain + (colon < 0 ? "" : PublicOrigin[colon..]);
    }
}
