using MppDigital.Platform.Persistence;

namespace MppDigital.Platform.Tenancy;

/// <summary>One tenant as the registry knows it. Immutable: a change of the registry makes new objects.</summary>
public sealed record Regency
{
    public required RegencyCode Code { get; init; }

    /// <summary>Official name, for example <c>Kota Bukittinggi</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Label of the subdomain: <c>bukittinggi</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>A further address that the regency owns, for example <c>mpp.bukittinggikota.go.id</c>; null for most.</summary>
    public string? Domain { get; init; }

    public required string ProvinceCode { get; init; }

    public required string Province { get; init; }

    /// <summary>Legal days end at midnight here.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>WIB, WITA or WIT.</summary>
    public required string ZoneAbbreviation { get; init; }

    public required RegencyStage Stage { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }

    public int Population { get; init; }

    public string Database => $"{Databases.RegencyPrefix}{Code.Code4}";
}

/// <summary>Preparing: pages and catalog can be read, nothing can be submitted. Live: serving citizens.</summary>
public enum RegencyStage
{
    Preparing,
    Live,
}
