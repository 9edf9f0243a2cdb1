namespace MppDigital.Connectors;

/// <summary>What an outside register answered. The list is closed: an outage is an answer of its own and never looks like "no such person".</summary>
public abstract record Lookup<T>
{
    private Lookup()
    {
    }

    /// <param name="AsOf">UTC instant at which the register said so.</param>
    public sealed record Found(T Data, DateTime AsOf) : Lookup<T>
    {
        /// <summary>An earlier answer, because there is none today: good to choose from, never a confirmation.</summary>
        public bool Remembered { get; init; }
    }

    /// <summary>The register answered that it has no such record.</summary>
    public sealed record NotFound(DateTime AsOf) : Lookup<T>;

    /// <summary>Nothing is known: neither that the record exists nor that it does not.</summary>
    public sealed record Unavailable(Outage Reason) : Lookup<T>;
}

/// <summary>Why a register gave no usable answer.</summary>
public enum Outage
{
    /// <summary>No address is configured for it.</summary>
    NotConfigured,

    /// <summary>No connection, or it broke off.</summary>
    Unreachable,

    /// <summary>No answer within the time we wait.</summary>
    TimedOut,

    /// <summary>It failed so often that we leave it alone for a moment.</summary>
    CircuitOpen,

    /// <summary>It answered with an error.</summary>
    Refused,

    /// <summary>It does not know our agreement, or it has ended.</summary>
    NotAllowed,

    /// <summary>This regency has as many calls under way as it may.</summary>
    Busy,

    /// <summary>It answered, but not with what was asked: unreadable, incomplete, or about somebody else.</summary>
    Unreadable,
}
