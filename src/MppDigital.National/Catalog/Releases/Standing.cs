using System.Text.Json;

namespace MppDigital.National.Catalog.Releases;

/// <summary>What a regency tells the centre of itself beside its numbers; no personal data.</summary>
public sealed record StandingDetail(IReadOnlyList<Deviation> Deviations, IReadOnlyList<SetOverride> Overrides, IReadOnlyList<InFlight> InFlight)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal string Write() => JsonSerializer.Serialize(this, Options);

    internal static StandingDetail Read(string json) => JsonSerializer.Deserialize<StandingDetail>(json, Options) is { Deviations: not null, Overrides: not null, InFlight: not null } read ? read : new([], [], []);
}

/// <summary>One place where a regency is not as the nation says.</summary>
/// <param name="Version">The version in force there when it looked.</param>
/// <param name="Element">JSON pointer into the definition; <c>/code</c> for a service that the nation does not have.</param>
public sealed record Deviation(string Service, int Version, string Element, string Expected, string Found);

/// <summary>What the regency set, lawful or not.</summary>
public sealed record SetOverride(string Service, LocalOverride Value);

/// <summary>Applications that are not decided yet, by the version they were filed with.</summary>
public sealed record InFlight(string Service, int Version, int Count);

public static class ConformanceShare
{
    /// <summary>Services without deviation among those in force, to 4 decimals; 1 only where there is none.</summary>
    public static decimal Of(int services, int deviating)
    {
        if (services <= 0 || deviating <= 0) return deviating > 0 ? 0 : 1;
        return Math.Min(Math.Round(1m - ((decimal)Math.Min(deviating, services) / services), 4), 0.9999m);
    }
}
