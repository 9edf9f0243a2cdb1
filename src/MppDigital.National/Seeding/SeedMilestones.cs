using System.Text.Json;
using System.Text.Json.Serialization;
using MppDigital.National.Rollout;

namespace MppDigital.National.Seeding;

/// <summary>What was announced about the rollout, when and by whom.</summary>
public sealed record SeedMilestones
{
    public required JsonElement Meta { get; init; }

    public required IReadOnlyList<SeedFact> Facts { get; init; }

    public required IReadOnlyList<SeedTarget> Targets { get; init; }

    public required IReadOnlyList<SeedInauguration> InaugurationEvents { get; init; }

    [JsonPropertyName("digital_pilots_2023_06_20")]
    public required SeedPilots DigitalPilots { get; init; }

    public required JsonElement NamedTotal { get; init; }
}

public sealed record SeedFact
{
    /// <summary>As published: a day, a month or less.</summary>
    public required string Date { get; init; }

    /// <summary>Last day of the period that <see cref="Date"/> names.</summary>
    public required DateOnly On { get; init; }

    public required MilestoneKind Kind { get; init; }

    public required string Fact { get; init; }

    public required int? Count { get; init; }

    public required IReadOnlyList<string> Source { get; init; }

    public required string Confidence { get; init; }

    public required string Note { get; init; }
}

public sealed record SeedTarget
{
    public required DateOnly AnnouncedOn { get; init; }

    public required DateOnly By { get; init; }

    public required int Count { get; init; }

    public required string Note { get; init; }
}

public sealed record SeedInauguration
{
    public required string Id { get; init; }

    public required string Date { get; init; }

    public required DateOnly On { get; init; }

    public required string Title { get; init; }

    public required int AnnouncedCount { get; init; }

    public required int? TotalAfter { get; init; }

    public required IReadOnlyList<string> RegencyCodes { get; init; }

    /// <summary>Regencies served by a hall that is not their own: the six units of DKI Jakarta.</summary>
    public required IReadOnlyList<string> ServedCodes { get; init; }

    public required int Listed { get; init; }

    public required IReadOnlyList<string> Source { get; init; }

    public required string Confidence { get; init; }

    public required string Note { get; init; }
}

public sealed record SeedPilots
{
    public required int Count { get; init; }

    public required IReadOnlyList<string> RegencyCodes { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<string> Source { get; init; }

    public required string Note { get; init; }

    public required string Confidence { get; init; }
}
