using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Seeding;

public sealed record SeedRegency
{
    public required RegencyCode Code { get; init; }

    public required string Name { get; init; }

    /// <summary><c>kabupaten</c> or <c>kota</c>.</summary>
    public required string Kind { get; init; }

    public required string ProvinceCode { get; init; }

    public required string Province { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required string Slug { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public required int Population { get; init; }

    /// <summary>One of the six units of DKI Jakarta, which share one provincial hall.</summary>
    public required bool DkiAdministrative { get; init; }
}
