namespace MppDigital.Login.Clients;

/// <summary>A program that may ask the login for tokens. Addresses come from the registry and the public origin, never from a request.</summary>
public sealed record Client
{
    public required string Id { get; init; }

    /// <summary>Shown on the sign-in page.</summary>
    public required string Name { get; init; }

    /// <summary>The origin whose API it means when it names no <c>resource</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>It is that origin itself, and may learn of every token made for it; others only mean it.</summary>
    public bool IsHost { get; init; }

    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    public IReadOnlyList<string> PostLogoutRedirectUris { get; init; } = [];

    public string? BackchannelLogoutUri { get; init; }

    public string IdTokenAlgorithm { get; init; } = "ES256";

    /// <summary>A system acting for itself has no person, no redirect, and works in this regency only (four digits).</summary>
    public string? SystemOfRegency { get; init; }

    public bool IsSystem => SystemOfRegency is not null;
}
