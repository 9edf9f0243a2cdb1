using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Somebody's voice about this regency, and what became of it. Its state changes here only; each change is one event.</summary>
internal sealed class Complaint : IVersioned
{
    public const int LongestNumber = 20;
    public const int LongestAgency = 20;

    private readonly List<ComplaintEvent> events = [];
    private readonly List<ComplaintFile> files = [];

    private Complaint()
    {
    }

    public Complaint(string number, string secretHash, ComplaintClass kind, DateTime now)
    {
        Number = number;
        SecretHash = secretHash;
        Class = kind;
        ReceivedAt = now;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Number { get; private init; } = "";

    public string SecretHash { get; private init; } = "";

    public ComplaintClass Class { get; private set; }

    public ComplaintState State { get; private set; }

    public ComplaintLevel Level { get; private set; }

    public ComplaintClosing Closing { get; private set; }

    public ComplaintAbout About { get; init; }

    /// <summary>Number of the application, or name of the counter, as it was written; encrypted, for a number leads to a person.</summary>
    public byte[] AboutWhich { get; init; } = [];

    /// <summary>The agency complained about; empty where none was named.</summary>
    public string AboutAgency { get; init; } = "";

    public string Agency { get; private set; } = "";

    /// <summary>The one officer of the agency who answers, by <c>sub</c>; empty: whoever of the agency does.</summary>
    public string Officer { get; private set; } = "";

    public ComplainantKind Who { get; set; }

    /// <summary>Encrypted; empty for somebody anonymous.</summary>
    public byte[] Complainant { get; set; } = [];

    /// <summary>Keyed hash of the account, so that its owner finds it; empty for somebody anonymous or not signed in.</summary>
    public string SubLookup { get; set; } = "";

    public byte[] Title { get; init; } = [];

    public byte[] Text { get; init; } = [];

    public DateTime ReceivedAt { get; private init; }

    /// <summary>Since when it waits for whom it waits for now.</summary>
    public DateTime Since { get; private set; }

    /// <summary>The end of the present step; null where none is set.</summary>
    public DateTime? DueAt { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public bool Provisional { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DateOnly? InstructedBy { get; private set; }

    /// <summary>What the ministry may read, written by the regency without persons; encrypted.</summary>
    public byte[] Summary { get; private set; } = [];

    /// <summary>Number at the national channel; null where it never was there.</summary>
    public string? Reference { get; private set; }

    /// <summary>It came from the national channel, which waits for the answer.</summary>
    public bool FromOutside { get; init; }

    public long Version { get; private set; }

    public IReadOnlyList<ComplaintEvent> Events => events;

    public IReadOnlyList<ComplaintFile> Files => files;

    public bool IsOpen => State != ComplaintState.Closed;

    public void Receive(DateTime now, ComplaintActor actor)
    {
        Since = now;
        Note("received", actor, "", [], now);
    }

    public void Triage(ComplaintClass kind, string by, DateTime now)
    {
        Class = kind;
        Go(ComplaintState.Triaged, "triaged", ComplaintActor.Officer, by, [], now);
    }

    /// <param name="officer">Who of them answers; empty: whoever does.</param>
    public void Assign(string agency, string by, byte[] note, DateTime now, string officer = "")
    {
        (Agency, Officer) = (agency, officer);
        Go(ComplaintState.Assigned, "assigned", ComplaintActor.Officer, by, note, now, agency);
    }

    public void Forward(string by, DateTime now) => Go(ComplaintState.Outside, "forwarded", ComplaintActor.Officer, by, [], now);

    public void Refer(string reference) => Reference = reference;

    public void ComeBack(DateTime now) => Go(ComplaintState.Triaged, "came-back", ComplaintActor.Channel, "", [], now);

    public void Answer(ComplaintActor actor, string by, byte[] text, DateTime now)
    {
        AnsweredAt = now;
        Go(ComplaintState.Answered, "answered", actor, by, text, now);
    }

    public void Accept(DateTime now) => Close(ComplaintClosing.Accepted, "accepted", ComplaintActor.Citizen, [], now);

    /// <summary>One step higher; after the ministry's own word the way inside has ended.</summary>
    public void Contest(byte[] reason, DateTime now)
    {
        if (Level == ComplaintLevel.Ministry)
        {
            Close(ComplaintClosing.Disagreed, "disagreed", ComplaintActor.Citizen, reason, now);
            return;
        }

        Note("contested", ComplaintActor.Citizen, "", reason, now);
        Escalate(now);
    }

    public void Withdraw(DateTime now) => Close(ComplaintClosing.Withdrawn, "withdrawn", ComplaintActor.Citizen, [], now);

    public void CloseOutside(DateTime now) => Close(ComplaintClosing.Outside, "closed-outside", ComplaintActor.Channel, [], now);

    public void Instruct(DateOnly by, byte[] text, DateTime now)
    {
        InstructedBy = by;
        Note("instructed", ComplaintActor.Ministry, "", text, now);
    }

    public void Summarise(byte[] summary, string by, DateTime now)
    {
        Summary = summary;
        Note("summarised", ComplaintActor.Head, by, [], now);
    }

    /// <summary>The days are over: silence of the citizen closes, silence of the office brings it one step higher.</summary>
    public void Lapse(DateTime at)
    {
        if (State == ComplaintState.Answered) Close(ComplaintClosing.Silence, "closed", ComplaintActor.Law, [], at);
        else Escalate(at);
    }

    /// <summary>Whoever complained asked to be forgotten: what was said stays under its clock, who said it goes.</summary>
    public void Forget(DateTime now)
    {
        (Complainant, SubLookup, Who) = ([], "", ComplainantKind.Anonymous);
        Note("identity-removed", ComplaintActor.Citizen, "", [], now);
    }

    public void SetDue(DateOnly? on, DateTime? at, bool provisional) => (DueOn, DueAt, Provisional) = (on, at, provisional);

    public void Keep(ComplaintFile file) => files.Add(file);

    private void Escalate(DateTime at)
    {
        var (state, level) = State == ComplaintState.AtHead || Level == ComplaintLevel.Head ? (ComplaintState.AtMinistry, ComplaintLevel.Ministry) : (ComplaintState.AtHead, ComplaintLevel.Head);
        Level = level;
        Go(state, state == ComplaintState.AtHead ? "escalated-head" : "escalated-ministry", ComplaintActor.Law, "", [], at);
    }

    private void Close(ComplaintClosing closing, string kind, ComplaintActor actor, byte[] text, DateTime at)
    {
        Closing = closing;
        ClosedAt = at;
        Go(ComplaintState.Closed, kind, actor, "", text, at);
    }

    private void Go(ComplaintState state, string kind, ComplaintActor actor, string by, byte[] text, DateTime at, string agency = "")
    {
        State = state;
        Since = at;
        Note(kind, actor, by, text, at, agency);
    }

    private void Note(string kind, ComplaintActor actor, string by, byte[] text, DateTime at, string agency = "") =>
        events.Add(new ComplaintEvent { ComplaintId = Id, Sequence = events.Count + 1, At = at, Kind = kind, ActorKind = actor, Actor = by, Text = text, Agency = agency });
}
