namespace MppDigital.Login.Protocol;

/// <summary>
/// A checked request to sign someone in, kept here while the person fills in our pages. Pushed by the client (PAR) or taken from the
/// address bar; either way the browser then carries only a handle.
/// </summary>
internal sealed class AuthorizationRequest
{
    /// <summary>A pushed request is used at once; the pages may take as long as a slow phone needs.</summary>
    public static readonly TimeSpan PushedLifetime = TimeSpan.FromSeconds(90);

    public static readonly TimeSpan PageLifetime = TimeSpan.FromMinutes(30);

    private AuthorizationRequest()
    {
    }

    /// <summary>Hash of the handle.</summary>
    public string HandleHash { get; private set; } = "";

    public string ClientId { get; private set; } = "";

    /// <summary><see cref="AuthorizationParameters"/> as JSON.</summary>
    public string Parameters { get; private set; } = "";

    /// <summary>Pushed requests are for the client's redirect only, never a handle of our own pages.</summary>
    public bool IsPushed { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public static AuthorizationRequest Of(string handleHash, string clientId, string parameters, bool isPushed, DateTime now) =>
        new()
        {
            HandleHash = handleHash,
            ClientId = clientId,
            Parameters = parameters,
            IsPushed = isPushed,
            CreatedAt = now,
            ExpiresAt = now + (isPushed ? PushedLifetime : PageLifetime),
        };
}
