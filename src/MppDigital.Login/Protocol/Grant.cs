namespace MppDigital.Login.Protocol;

/// <summary>What one person allowed one client in one session. Its code and its whole family of refresh tokens live and die with it.</summary>
internal sealed class Grant
{
    private Grant()
    {
    }

    public Guid Id { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid AccountId { get; private set; }

    public string ClientId { get; private set; } = "";

    /// <summary>Separated by blanks, as on the wire.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>The origin whose API its access tokens open; null when the client may still choose.</summary>
    public string? Resource { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public static Grant Of(Guid sessionId, Guid accountId, string clientId, string scope, string? resource, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            SessionId = sessionId,
            AccountId = accountId,
            ClientId = clientId,
            Scope = scope,
            Resource = resource,
            CreatedAt = now,
        };
}
