using System.Text.Json.Serialization;
using MppDigital.National.Catalog.Templates;

namespace MppDigital.National.Catalog;

/// <summary>
/// One standard service as the nation defines it. What a regency may change is listed in <see cref="RegencyMayOverride"/>; all else holds everywhere.
/// In JSON the names are snake_case; a member that is not known here is an error.
/// </summary>
public sealed record ServiceDefinition
{
    /// <summary>Stable, for example <c>DPM-SIP-04</c>.</summary>
    public required string Code { get; init; }

    public required string NameId { get; init; }

    public required string NameEn { get; init; }

    public required string ShortName { get; init; }

    public required string DescriptionId { get; init; }

    public required string DescriptionEn { get; init; }

    public required ServiceAgency Agency { get; init; }

    /// <summary>Level of government that decides, in words.</summary>
    public required string Authority { get; init; }

    public required IReadOnlyList<string> LegalBasis { get; init; }

    /// <summary>Which rule stands behind which element; beside <see cref="LegalBasis"/>, which names the rules of the whole.</summary>
    public IReadOnlyList<LegalReference> LegalReferences { get; init; } = [];

    /// <summary>Local date from which this version may be in force; a law that begins later is published beforehand. Null: as soon as it is released.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    public required IReadOnlyList<string> ApplicantKinds { get; init; }

    public required Delivery Delivery { get; init; }

    public required IReadOnlyList<Requirement> Requirements { get; init; }

    public required IReadOnlyList<ProcedureStep> Steps { get; init; }

    /// <summary>What officers do here, in order; empty where another system decides or the service exists only at the counter.</summary>
    public required IReadOnlyList<WorkflowStep> Workflow { get; init; }

    /// <summary>The person who approves must be another than the one who verified.</summary>
    public required bool TwoPerson { get; init; }

    public required ProcessingTime ProcessingTime { get; init; }

    public required Fee Fee { get; init; }

    public required ServiceProduct Product { get; init; }

    public required ComplaintHandling Complaint { get; init; }

    public required IReadOnlyList<FormField> FormFields { get; init; }

    /// <summary>Pages of the form in order; empty lets the platform cut them.</summary>
    public IReadOnlyList<FormSection> FormSections { get; init; } = [];

    /// <summary>What answers may not say together.</summary>
    public IReadOnlyList<FormRule> FormRules { get; init; } = [];

    /// <summary>What tells two applications of one person apart, and where they belong in the regency. Null: the service alone, and the whole regency.</summary>
    public ServiceSubject? Subject { get; init; }

    public required IReadOnlyList<string> RegencyMayOverride { get; init; }

    public required IReadOnlyList<string> RegencyMayNotOverride { get; init; }

    /// <summary>Null: nothing that costs the citizen anything is open, a shorter promise down to 0 days.</summary>
    public OverrideBounds? OverrideBounds { get; init; }

    public required IReadOnlyList<string> LifeEvents { get; init; }

    /// <summary>Words people search by.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary><c>verified</c> or <c>common-knowledge</c>: the latter must be confirmed with the agency before use.</summary>
    public required string Confidence { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public required string Note { get; init; }

    [JsonIgnore]
    public bool DecidedHere => Delivery.Mode is DeliveryMode.FullDigital or DeliveryMode.Hybrid;
}

public sealed record ServiceAgency
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required string Kind { get; init; }
}

public sealed record Delivery
{
    public required DeliveryMode Mode { get; init; }

    /// <summary>English; null when nobody need come.</summary>
    public required string? PresenceRequired { get; init; }

    public required string? PresenceRequiredId { get; init; }

    /// <summary>Where the service is really done when it is not done here; null where it is.</summary>
    public OutsideDesk? Outside { get; init; }
}

/// <summary>The national system or the counter that does what this platform only leads to.</summary>
public sealed record OutsideDesk
{
    /// <summary>As people know it: <c>SIMBG</c>, <c>Satpas Polres</c>.</summary>
    public required string NameId { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Code of the connected system that takes applications from here and tells where they stand: <c>oss</c>; null where none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? System { get; init; }

    /// <summary>Of its official site, with https; null for a counter.</summary>
    public string? Address { get; init; }
}

/// <summary>One line of the official procedure, for people to read; officers' steps are <see cref="WorkflowStep"/>.</summary>
public sealed record ProcedureStep
{
    public required int Order { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public required string ActionEn { get; init; }
}

public sealed record ServiceProduct
{
    public required string NameId { get; init; }

    public required string NameEn { get; init; }

    public required string Form { get; init; }

    public required string? ValidityId { get; init; }

    public required string? ValidityEn { get; init; }

    /// <summary>Null: the document has no end.</summary>
    public required int? ValidityYears { get; init; }

    /// <summary>On which days before the end the holder is told to renew; empty where nothing is renewed.</summary>
    public IReadOnlyList<int> RemindDaysBefore { get; init; } = [];

    /// <summary>The register that makes it; null: the regency makes it from its own template and number series.</summary>
    public IssuingRegister? IssuedBy { get; init; }

    /// <summary>The answer, a date, on which the document ends; null where <see cref="ValidityYears"/> says it or nothing does.</summary>
    public string? ValidUntilAnswer { get; init; }

    /// <summary>Null: the document states the answers of the form one by one.</summary>
    public ProductTemplate? Template { get; init; }

    /// <summary>What the document proves to other services, as their <see cref="FactReuse"/> names it; null: nothing.</summary>
    public string? Fact { get; init; }
}

public sealed record ComplaintHandling
{
    public required IReadOnlyList<ComplaintChannel> Channels { get; init; }
}

public sealed record ComplaintChannel
{
    public required string LabelId { get; init; }

    public required string LabelEn { get; init; }
}
