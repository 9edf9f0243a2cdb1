namespace MppDigital.Connectors.Calls;

/// <summary>Section <c>Connectors:&lt;name&gt;</c>, one per register.</summary>
internal sealed class ConnectorOptions
{
    /// <summary>Empty: not connected, or the simulator in Development.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>Of the nation-wide agreement, where the register asks for one; a regency's own goes before it.</summary>
    public string? ClientId { get; set; }

    public string? Secret { get; set; }

    /// <summary>So many calls of one regency may be under way; one more waits a second at most and then goes without.</summary>
    public int AtOncePerRegency { get; set; } = 16;

    /// <summary>The longest a caller waits, retries included.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that somebody waits whose page is being made: a healthy register gets the time it needs.</summary>
    public TimeSpan PageWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The same where the last try failed: behind a silent register the page comes without it.</summary>
    public TimeSpan PageWaitInDoubt { get; set; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Tries after the first one.</summary>
    public int Retries { get; set; } = 2;

    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Failures are judged only once this many calls were made within ten seconds.</summary>
    public int BreakAfter { get; set; } = 8;

    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(5);
}
