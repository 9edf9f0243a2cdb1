namespace MppDigital.National.Rollout;

/// <summary>What happened on a regency's way, in the order of the way.</summary>
public enum RolloutEvent
{
    Proposed,
    Assessed,
    Committed,
    Prepared,
    Visited,
    SoftOpened,

    /// <summary>Known to run by that day, with no day of inauguration found.</summary>
    Operating,

    Inaugurated,

    /// <summary>One of the 21 pilots of MPP Digital.</summary>
    DigitalPilot,
}
