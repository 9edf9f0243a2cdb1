using MppDigital.Platform.Calendar;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// One application from submission to its end. State changes only through the methods named for what happened; who may call them
/// when is decided by <see cref="ApplicationMoves"/> from the definition's workflow.
/// </summary>
internal sealed partial class Application : IVersioned
{
    private readonly List<ApplicationPause> pauses = [];
    private readonly List<ApplicationEvent> events = [];
    private readonly List<ApplicationEvidence> evidence = [];

    private Application()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary><c>1375-26-000001</c></summary>
    public required string Number { get; init; }

    public required string Service { get; init; }

    /// <summary>The version of the standard it was filed under; later versions do not touch it.</summary>
    public required int CatalogVersion { get; init; }

    public required string Sub { get; init; }

    public required string NikLookup { get; init; }

    public required byte[] Nik { get; init; }

    public required byte[] Name { get; init; }

    /// <summary>Under which mandate somebody else filed it; null where the applicant did.</summary>
    public Guid? Mandate { get; init; }

    /// <summary>The <c>sub</c> of whoever filed it for the applicant.</summary>
    public string? ActedBy { get; init; }

    /// <summary>Their name, encrypted; empty where the applicant filed it.</summary>
    public byte[] ActedByName { get; init; } = [];

    /// <summary>Encrypted JSON as filed, the last correction included.</summary>
    public byte[] Answers { get; private set; } = [];

    public required string SecretHash { get; init; }

    public required DateTime SubmittedAt { get; init; }

    public ApplicationStatus Status
    {
        get;
        private set => (field, OnDesk) = (value, value is ApplicationStatus.Submitted or ApplicationStatus.InReview);
    }

    /// <summary>The office has to act: a column of its own, because the inbox and the nightly walk ask for nothing more often.</summary>
    public bool OnDesk { get; private set; } = true;

    public DateTime? CompleteAt { get; private set; }

    /// <summary><c>sources</c> when registers confirmed everything, else the <c>sub</c> of the officer who declared it.</summary>
    public string? CompletedBy { get; private set; }

    /// <summary>Until when an officer declares the file complete or returns it; null where nothing is to be declared.</summary>
    public DateTime? DeclareBy { get; private set; }

    /// <summary>When head and ministry were alarmed that <see cref="DeclareBy"/> went by unused.</summary>
    public DateTime? AlarmedAt { get; private set; }

    /// <summary>Legal limit in working days; null where no clock runs (hand-off).</summary>
    public required int? LimitDays { get; init; }

    /// <summary>True where the law grants what is not decided in time.</summary>
    public required bool GrantedByLaw { get; init; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>End of <see cref="DueOn"/> as an instant in UTC; null while the clock is stopped.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Where it stands in the inbox: its limit, or before all limits while none runs, for declaring it complete has a limit of its own.</summary>
    public DateTime QueueAt { get; private set; } = DateTime.UnixEpoch;

    public bool Deemed { get; private set; }

    public string? ClaimedBy { get; private set; }

    /// <summary>Who verified: the two-person rule lets somebody else approve.</summary>
    public string? VerifiedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public bool Duplicate { get; init; }

    /// <summary>Keyed hash of what the file is about; null where the definition names nothing.</summary>
    public string? SubjectLookup { get; private set; }

    /// <summary>District to which it belongs, in capitals; null where the whole regency is one.</summary>
    public string? Area { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ApplicationPause> Pauses => pauses;

    public IReadOnlyList<ApplicationEvent> Events => events;

    public IReadOnlyList<ApplicationEvidence> Evidence => evidence;

    public static Application Submit(ApplicationFiling filing)
    {
        var application = new Application
        {
            Number = filing.Number,
            Service = filing.Service,
            CatalogVersion = filing.CatalogVersion,
            Sub = filing.Sub,
            NikLookup = filing.NikLookup,
            Nik = filing.Nik,
            Name = filing.Name,
            SecretHash = filing.SecretHash,
            SubmittedAt = filing.At,
            LimitDays = filing.LimitDays,
            GrantedByLaw = filing.GrantedByLaw,
            Duplicate = filing.Duplicate,
            SubjectLookup = filing.SubjectLookup,
            Area = filing.Area,
            Answers = filing.Answers,
            FeeIdr = filing.FeeIdr,
            Fee = filing.Fee,
            Mandate = filing.Mandate,
            ActedBy = filing.ActedBy,
            ActedByName = filing.ActedByName,
        };
        application.evidence.AddRange(filing.Evidence);
        application.Record("submitted", ActorKind.Citizen, filing.ActedBy ?? filing.Sub, filing.At);
        return application;
    }

    /// <summary>Starts the clock. Cannot be undone: asking for a document again never resets it.</summary>
    public void Complete(string by, ActorKind kind, DateTime at, DateTime since)
    {
        CompleteAt ??= since;
        CompletedBy ??= by;
        DeclareWithin(null);
        Record("completed", kind, by, at);
    }

    /// <summary>Starts or ends the office's own short clock, and with it an alarm.</summary>
    public void DeclareWithin(DateTime? until)
    {
        DeclareBy = until;
        AlarmedAt = null;
    }

    /// <summary>Nobody declared anything in time, and what must be verified is still open: no file becomes complete by waiting.</summary>
    public void Alarm(DateTime at)
    {
        AlarmedAt = at;
        Record("undeclared", ActorKind.System, "system", at);
    }

    /// <summary>A named officer answers for what no register confirmed.</summary>
    public void ConfirmOpenEvidence(string by)
    {
        foreach (var item in evidence.Where(e => e.State == EvidenceState.Open))
        {
            item.State = EvidenceState.Confirmed;
            item.ConfirmedBy = by;
        }
    }

    public void Return(string by, byte[] reason, IReadOnlyList<string> fields, DateTime at)
    {
        Status = ApplicationStatus.Returned;
        DeclareWithin(null);
        pauses.Add(new ApplicationPause { FromAt = at });
        Record("returned", ActorKind.Officer, by, at, reason, string.Join(' ', fields));
    }

    public void IsAbout(string? subject, string? area) => (SubjectLookup, Area) = (subject, area);

    /// <param name="by">Whoever acts for the applicant; null where the applicant does.</param>
    public void Correct(byte[] answers, IEnumerable<ApplicationEvidence> replaced, DateTime at, string? by = null)
    {
        Answers = answers;
        foreach (var item in replaced)
        {
            evidence.RemoveAll(e => e.Requirement == item.Requirement);
            evidence.Add(item);
        }

        EndPause(at);
        Status = ClaimedBy is null ? ApplicationStatus.Submitted : ApplicationStatus.InReview;
        Record("corrected", ActorKind.Citizen, by ?? Sub, at);
    }

    /// <summary>A register told what the applicant could not know at filing.</summary>
    public void Learn(byte[] answers, IEnumerable<string> fields, DateTime at)
    {
        Answers = answers;
        Record("informed", ActorKind.System, "system", at, fields: string.Join(' ', fields));
    }

    /// <param name="reason">Empty, or why against an opinion.</param>
    public void Approve(string by, byte[] reason, DateTime at)
    {
        Decide(ApplicationStatus.Approved, at);
        Record("approved", ActorKind.Officer, by, at, reason);
    }

    public void Refuse(string by, byte[] reason, DateTime at)
    {
        Decide(ApplicationStatus.Refused, at);
        Record("refused", ActorKind.Officer, by, at, reason);
    }

    /// <summary>Granted because the limit passed; it happened at the limit, whenever it is written down.</summary>
    public void GrantByLaw()
    {
        var at = DueAt ?? throw new InvalidOperationException("Without a limit nothing is granted by law.");
        Deemed = true;
        Decide(ApplicationStatus.Approved, at);
        Record("deemed", ActorKind.Law, "law", at);
    }

    public void Issue(DateTime at)
    {
        Status = ApplicationStatus.Issued;
        Record("issued", Deemed ? ActorKind.Law : ActorKind.System, Deemed ? "law" : "system", at);
    }

    /// <param name="by">Whoever acts for the applicant; null where the applicant does.</param>
    public void Withdraw(DateTime at, string? by = null)
    {
        EndPause(at);
        Decide(ApplicationStatus.Withdrawn, at);
        Record("withdrawn", ActorKind.Citizen, by ?? Sub, at);
    }

    /// <summary>What the clock says now; kept in columns because the inbox is ordered by it.</summary>
    /// <param name="warnings">When each share of the limit in percent is used up.</param>
    public void SetDeadline(LegalDeadline? deadline, IReadOnlyList<(int Level, DateTime At)> warnings)
    {
        WarnAt = warnings.Where(w => w.Level > WarnedLevel).Select(w => (DateTime?)w.At).FirstOrDefault();
        DueOn = deadline?.DueOn;
        DueAt = deadline?.DueAt.UtcDateTime;
        QueueAt = DueAt ?? DateTime.UnixEpoch;
    }

    private void Decide(ApplicationStatus status, DateTime at)
    {
        EndFeePause(at);
        Status = status;
        DecidedAt = at;
        WarnAt = null;
        WaitsFor = "";
        DeclareWithin(null);
    }

    private void EndPause(DateTime at)
    {
        if (pauses.Find(p => p is { ToAt: null, ForFee: false }) is { } open) open.ToAt = at;
    }

    private void Record(string kind, ActorKind actorKind, string actor, DateTime at, byte[]? reason = null, string fields = "", string agency = "") =>
        events.Add(new ApplicationEvent { Sequence = events.Count + 1, Kind = kind, ActorKind = actorKind, Actor = actor, At = at, Reason = reason ?? [], Fields = fields, Agency = agency });
}
