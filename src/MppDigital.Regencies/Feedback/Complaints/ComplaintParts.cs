namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>What somebody sends, as SP4N-LAPOR! divides it; each class has its own limit. Whoever reports bribes or brokers uses the tip line.</summary>
public enum ComplaintClass
{
    /// <summary>Pengaduan tidak berkadar pengawasan: about a service.</summary>
    Service,

    /// <summary>Pengaduan berkadar pengawasan: somebody broke a rule, so that it has to be inspected.</summary>
    Conduct,

    /// <summary>Permintaan informasi.</summary>
    Information,

    /// <summary>Aspirasi: a suggestion.</summary>
    Aspiration,
}

public enum ComplaintState
{
    Received,
    Triaged,
    Assigned,

    /// <summary>With the national channel, which is responsible; the limit runs on.</summary>
    Outside,
    Answered,
    AtHead,
    AtMinistry,
    Closed,
}

/// <summary>How high a complaint has come; an answer does not bring it down again.</summary>
public enum ComplaintLevel
{
    Office,
    Head,
    Ministry,
}

public enum ComplaintClosing
{
    None,

    /// <summary>The citizen said that the answer is good.</summary>
    Accepted,

    /// <summary>Nothing was said within the days that were named before.</summary>
    Silence,

    /// <summary>The citizen took it back.</summary>
    Withdrawn,

    /// <summary>The citizen does not agree with the answer that followed the ministry's instruction: the Ombudsman is next.</summary>
    Disagreed,

    /// <summary>The national channel closed it.</summary>
    Outside,
}

public enum ComplaintAbout
{
    Other,
    Application,
    Counter,
}

/// <summary>Who may know who complained.</summary>
public enum ComplainantKind
{
    /// <summary>Nobody: neither name nor contact nor account was kept.</summary>
    Anonymous,

    /// <summary>The head alone.</summary>
    Hidden,

    /// <summary>Whoever works on it, but never the agency that it is about.</summary>
    Named,
}

public enum ComplaintActor
{
    Citizen,
    Officer,
    Head,
    Ministry,
    Law,
    Channel,
}

/// <summary>One line of what happened.</summary>
internal sealed class ComplaintEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ComplaintId { get; init; }

    public int Sequence { get; init; }

    public DateTime At { get; init; }

    /// <summary>Past tense: <c>answered</c>.</summary>
    public string Kind { get; init; } = "";

    public ComplaintActor ActorKind { get; init; }

    /// <summary>The <c>sub</c> of an officer; empty for a citizen, whoever they are.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Encrypted; empty when nothing was said.</summary>
    public byte[] Text { get; init; } = [];

    /// <summary>The agency it went to; empty for everything else.</summary>
    public string Agency { get; init; } = "";
}

/// <summary>Evidence, kept encrypted on disk. Its name on the sender's device is not kept.</summary>
internal sealed class ComplaintFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ComplaintId { get; init; }

    /// <summary>Name under which the file store keeps the content.</summary>
    public string ContentKey { get; init; } = "";

    public string ContentType { get; init; } = "";

    public int Size { get; init; }

    public DateTime At { get; init; }
}

/// <summary>Who complained, encrypted as a whole.</summary>
/// <param name="Language">In which they are written to.</param>
internal sealed record Complainant(string Name, string Contact, string Language = "id")
{
    public override string ToString() => "complainant";
}
