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

    public ClientProof Proof { get; init; } = ClientProof.Secret;

    /// <summary>Its public keys as a JSON Web Key Set, for <see cref="ClientProof.PrivateKey"/>.</summary>
    public string? PublicKeys { get; init; }

    /// <summary>The person is asked what this client may learn; our own hosts are part of the service and do not ask.</summary>
    public bool AsksConsent { get; init; }

    /// <summary>What it may ask for at most; null where all scopes are open to it.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    public bool IsSystem => SystemOfRegency is not null;
}

/// <summary>How a client shows that it is itself (OpenID Connect Core, 9).</summary>
public enum ClientProof
{
    /// <summary><c>client_secret_basic</c> or <c>client_secret_post</c>.</summary>
    Secret,

    /// <summary><c>private_key_jwt</c>: the login holds no secret that could be stolen.</summary>
    PrivateKey,

    /// <summary><c>none</c>: a program on people's own devices, which can keep no secret. PKCE alone binds its codes.</summary>
    None,
}
