using System.Text.Json;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>One application as its owner, and staff with a purpose, may see it.</summary>
public sealed record ApplicationView
{
    public required string Number { get; init; }

    public required string Service { get; init; }

    public required string ServiceName { get; init; }

    public required int CatalogVersion { get; init; }

    /// <summary>As the contract names it: <c>in-review</c>.</summary>
    public required string Status { get; init; }

    public required bool Deemed { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset? CompleteAt { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    public required bool Provisional { get; init; }

    public required DateTimeOffset? DecidedAt { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>The day ruler: every day from completeness to the limit.</summary>
    public required IReadOnlyList<LegalDay> Days { get; init; }

    public required IReadOnlyList<EvidenceView> Evidence { get; init; }

    /// <summary>Answers as filed.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>What is asked of the citizen now; empty unless returned.</summary>
    public required IReadOnlyList<string> FieldsToMend { get; init; }

    /// <summary>What it costs, as filed, with how that came about; null where nothing is collected here.</summary>
    public FeeAssessment? Fee { get; init; }

    /// <summary>The fee is owed since then and not paid; null before and after.</summary>
    public DateTimeOffset? FeeDueSince { get; init; }

    /// <summary>Who filed it for whom; null where the applicant filed it.</summary>
    public OnBehalf? OnBehalf { get; init; }

    public required bool HasDocument { get; init; }

    /// <summary>Where it stands in the system that decides it; null where it is decided here, or nobody takes it from us.</summary>
    public OutsideView? Outside { get; init; }

    public required long Version { get; init; }
}

/// <param name="Applicant">Whose application it is.</param>
/// <param name="ActedBy">Who acts for them.</param>
public sealed record OnBehalf(string Applicant, string ActedBy);

/// <param name="Kind">submitted, completed, claimed, verified, visited, recommended, advised-against, returned, corrected, informed, approved, refused, deemed, issued, withdrawn, fee-due, fee-paid, passed-on, outside-in-process, outside-returned, outside-granted, outside-refused, outside-cancelled</param>
/// <param name="By">citizen, officer, system or law: never a name.</param>
public sealed record TimelineEntry(string Kind, DateTimeOffset At, string By, string Reason, IReadOnlyList<string> Fields);

/// <param name="LocalText">What a regional regulation asked for; empty for what the nation asks.</param>
public sealed record EvidenceView(string Requirement, string State, string Source, Guid? Document, DateTimeOffset At, string ConfirmedBy, string LocalText = "");

/// <summary>Builds the view from the loaded aggregate.</summary>
internal sealed class ApplicationViews(CurrentRegency current, RegencySecrets secrets, Calendar.LegalDates dates)
{
    public ApplicationView Of(Application application, string serviceName, WorkingCalendar calendar)
    {
        var deadline = dates.DueOf(calendar, application);
        var last = application.Events.Where(e => e.Kind == "returned").MaxBy(e => e.Sequence);
        return new ApplicationView
        {
            Number = application.Number,
            Service = application.Service,
            ServiceName = serviceName,
            CatalogVersion = application.CatalogVersion,
            Status = application.Status.Wire(),
            Deemed = application.Deemed,
            SubmittedAt = current.Value.At(application.SubmittedAt),
            CompleteAt = current.Value.At(application.CompleteAt),
            DueOn = deadline?.DueOn,
            DueAt = deadline?.DueAt,
            Provisional = deadline?.Provisional ?? false,
            DecidedAt = current.Value.At(application.DecidedAt),
            Timeline = [.. application.Events.Where(IsPublic).OrderBy(e => e.Sequence).Select(e => new TimelineEntry(e.Kind, current.Value.At(e.At), WordOf(e.ActorKind), IsNote(e) ? "" : secrets.OpenReason(e.Reason), IsNote(e) ? [] : FieldsOf(e)))],
            Days = deadline is null || application.CompleteAt is null ? [] : LegalClock.Days(calendar, current.Value.Zone, application.CompleteAt.Value, [.. application.Pauses.Select(p => new Pause(p.FromAt, p.ToAt))], deadline.DueOn),
            Evidence = [.. application.Evidence.Select(e => new EvidenceView(e.Requirement, StateOf(e.State), e.Source, e.FileId, current.Value.At(e.At), e.State == EvidenceState.Confirmed ? e.ConfirmedBy : "", e.LocalText))],
            Data = JsonDocument.Parse(secrets.OpenAnswers(application.Answers)).RootElement,
            FieldsToMend = application.Status == ApplicationStatus.Returned && last is not null ? FieldsOf(last) : [],
            Fee = application.FeeIdr is null ? null : secrets.Open<FeeAssessment>("fee", application.Fee),
            FeeDueSince = current.Value.At(application.OwesSince),
            OnBehalf = application.ActedBy is null ? null : new OnBehalf(secrets.OpenName(application.Name), secrets.OpenName(application.ActedByName)),
            HasDocument = application is { Status: ApplicationStatus.Issued, OwesSince: null },
            Version = application.Version,
        };
    }

    /// <summary>What the office tells itself is no news for the citizen.</summary>
    private static bool IsPublic(ApplicationEvent line) => line.Kind != "assigned" && !line.Kind.StartsWith("warned-", StringComparison.Ordinal);

    private static string[] FieldsOf(ApplicationEvent line) => line.Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Notes between officers stay in the office; the citizen reads reasons.</summary>
    private static bool IsNote(ApplicationEvent line) => line.Agency.Length > 0;

    private static string WordOf(ActorKind kind) => kind.ToString().ToLowerInvariant();

    private static string StateOf(EvidenceState state) => state switch
    {
        EvidenceState.Confirmed => "confirmed",
        EvidenceState.Given => "given",
        EvidenceState.Open => "open",
        _ => "not-given",
    };
}
