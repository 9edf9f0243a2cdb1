using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications;

/// <summary>Who did it, as far as the public may know.</summary>
public enum ActorKind
{
    Citizen,
    Officer,
    System,
    Law,
}

/// <summary>One line of the timeline.</summary>
internal sealed class ApplicationEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public int Sequence { get; init; }

    public DateTime At { get; init; }

    public string Kind { get; init; } = "";

    public ActorKind ActorKind { get; init; }

    public string Actor { get; init; } = "";

    /// <summary>Encrypted, for officers write about people in it; empty when there is none.</summary>
    public byte[] Reason { get; init; } = [];

    /// <summary>Names of the fields to mend, or codes of what was checked, separated by blanks.</summary>
    public string Fields { get; init; } = "";

    /// <summary>For which agency a stage was done; empty for everything else.</summary>
    public string Agency { get; init; } = "";
}

/// <summary>A stage that an officer has done.</summary>
/// <param name="Note">Encrypted; empty when there is none.</param>
/// <param name="Checked">Codes of the checklist.</param>
internal sealed record StageWork(WorkflowStep Stage, string By, DateTime At, byte[] Note, IReadOnlyList<string> Checked);

/// <summary>Who answers for a file in one agency.</summary>
internal sealed class ApplicationOwner
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public string Agency { get; init; } = "";

    public string Sub { get; init; } = "";

    public DateTime At { get; init; }
}

/// <summary>While the file waits for the citizen: for a correction, or for the fee.</summary>
internal sealed class ApplicationPause
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public DateTime FromAt { get; init; }

    public DateTime? ToAt { get; set; }

    /// <summary>It waits for the fee; both may be awaited at once, and each ends by itself.</summary>
    public bool ForFee { get; init; }
}

/// <summary>How one requirement is met: by a file, by a register, or not yet.</summary>
internal sealed class ApplicationEvidence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public string Requirement { get; init; } = "";

    public Guid? FileId { get; init; }

    /// <summary>Source that was asked, for example <c>kemkes.satusehat_sdmk.str</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Of a requirement of this regency alone: its words when the file came. Empty for what the nation asks.</summary>
    public string LocalText { get; init; } = "";

    public EvidenceState State { get; set; }

    public DateTime At { get; init; }

    /// <summary>The source's name, or the <c>sub</c> of the officer who confirmed in its place.</summary>
    public string ConfirmedBy { get; set; } = "";

    /// <summary>The same anew, for a transaction that has to be tried again.</summary>
    public ApplicationEvidence Again() => new() { Requirement = Requirement, FileId = FileId, Source = Source, State = State, At = At, ConfirmedBy = ConfirmedBy, LocalText = LocalText };
}

public enum EvidenceState
{
    /// <summary>The register answered yes, or a named officer confirmed.</summary>
    Confirmed,

    /// <summary>The citizen gave a file; nobody has to confirm it before the clock starts.</summary>
    Given,

    /// <summary>Must be confirmed by its source or an officer, and is not yet.</summary>
    Open,

    /// <summary>Not mandatory here and not given.</summary>
    NotGiven,
}

/// <summary>Keyed hash of one whole word of an applicant's name, so that officers can search without readable names in the database.</summary>
internal sealed class NameToken
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public string Token { get; init; } = "";
}

/// <summary>A number that counts without gaps; taken inside the transaction that uses it.</summary>
internal sealed class NumberSeries
{
    public string Name { get; init; } = "";

    public long Value { get; set; }
}

/// <summary>What a creating call answered, so that its repetition answers the same.</summary>
internal sealed class IdempotencyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Sub { get; init; } = "";

    public string Key { get; init; } = "";

    public string BodyHash { get; init; } = "";

    /// <summary>Encrypted JSON of the answer.</summary>
    public byte[] Answer { get; init; } = [];

    public DateTime At { get; init; }
}

/// <summary>Guesses of a tracking secret per number and hour.</summary>
internal sealed class TrackingTries
{
    public string Number { get; init; } = "";

    /// <summary>Hours since 1970.</summary>
    public long Hour { get; init; }

    public int Count { get; init; }
}
