namespace MppDigital.National.Rollout;

public enum MilestoneKind
{
    /// <summary>An announced number of service halls.</summary>
    Total,

    /// <summary>An announced number of pilots of MPP Digital.</summary>
    DigitalPilots,

    /// <summary>Regions reported as reachable by MPP Digital; not the number of pilots.</summary>
    DigitalReach,

    /// <summary>A decision about the aim.</summary>
    Target,

    Policy,

    /// <summary>Computed between two announcements; never shown as announced.</summary>
    Derived,

    /// <summary>How many halls were planned for that day.</summary>
    Planned,
}
