namespace MppDigital.Login.Sessions;

/// <summary>A client that received tokens in this session and must hear when it ends.</summary>
internal sealed class SessionClient
{
    private SessionClient()
    {
    }

    public Guid SessionId { get; private set; }

    public string ClientId { get; private set; } = "";

    /// <summary>Null until the client confirmed that it ended its own session.</summary>
    public DateTime? NotifiedAt { get; private set; }

    public static SessionClient Of(Guid sessionId, string clientId) => new() { SessionId = sessionId, ClientId = clientId };
}
