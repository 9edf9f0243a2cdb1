namespace MppDigital.Login.Sessions;

/// <summary>A session that a host was told to end: its cookies there are refused although they are still fresh.</summary>
internal sealed class EndedSession
{
    private EndedSession()
    {
    }

    public string Sid { get; private set; } = "";

    public DateTime EndedAt { get; private set; }

    public static EndedSession Of(string sid, DateTime now) => new() { Sid = sid, EndedAt = now };
}
