namespace MppDigital.National.Catalog.Releases;

/// <summary>How far a version has got on its way into the 514.</summary>
public enum ReleaseState
{
    /// <summary>Proposed; nobody has it.</summary>
    Draft,

    /// <summary>A few regencies have it, and are watched.</summary>
    Canary,

    /// <summary>More regencies were added after the first.</summary>
    Wave,

    /// <summary>A person holds it where it is.</summary>
    Paused,

    /// <summary>A gate failed: it stays where it is and goes no further before a person decides.</summary>
    Halted,

    /// <summary>Every regency has it.</summary>
    Everywhere,

    /// <summary>Nobody has it any more; the version before it is in force again.</summary>
    RolledBack,

    /// <summary>Given up before anybody had it.</summary>
    Withdrawn,
}

public enum ReleaseAction
{
    Start,
    Widen,
    PublishToAll,
    Pause,
    Resume,
    Halt,
    RollBack,
    RollBackOne,
    Withdraw,
}
