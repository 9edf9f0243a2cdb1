namespace MppDigital.Login.Protocol;

/// <summary>What a person decided that one client may learn. Kept, so that nobody is asked the same thing twice.</summary>
internal sealed class Consent
{
    private Consent()
    {
    }

    public Guid AccountId { get; private set; }

    public string ClientId { get; private set; } = "";

    /// <summary>Personal scopes, separated by blanks.</summary>
    public string Granted { get; private set; } = "";

    /// <summary>Personal scopes that the client asked for and does not get; signing in goes on without them.</summary>
    public string Declined { get; private set; } = "";

    /// <summary>The person wants nothing to do with this client; asked again the next time.</summary>
    public bool Refused { get; private set; }

    public DateTime DecidedAt { get; private set; }

    public static Consent Of(Guid accountId, string clientId) => new() { AccountId = accountId, ClientId = clientId };

    /// <summary>Answers for the scopes that were asked now; what was decided of others stays.</summary>
    public void Decide(IReadOnlyCollection<string> asked, IReadOnlyCollection<string> allowed, bool refused, DateTime now)
    {
        Refused = refused;
        DecidedAt = now;
        if (refused) return;
        Granted = Join(Granted.Split(' ').Except(asked).Concat(asked.Intersect(allowed)));
        Declined = Join(Declined.Split(' ').Except(asked).Concat(asked.Except(allowed)));
    }

    private static string Join(IEnumerable<string> scopes) => string.Join(' ', scopes.Where(s => s.Length > 0).Order(StringComparer.Ordinal));
}
