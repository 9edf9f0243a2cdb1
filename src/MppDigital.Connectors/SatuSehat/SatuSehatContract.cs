using System.Text.Json.Serialization;

namespace MppDigital.Connectors.SatuSehat;

// SATUSEHAT SDMK publishes no contract for its look-up of health workers. This shape is ours, to be changed in this file when the ministry's
// agreement gives another.

internal static class SatuSehatPaths
{
    public const string HealthWorker = "sdmk/v1/health-worker";

    /// <summary>Takes <c>?regency=13.75</c>: an area, no personal data.</summary>
    public const string Facilities = "facility/v1/facilities";
}

internal sealed record HealthWorkerQuestion([property: JsonPropertyName("nik")] string Nik);

internal sealed record HealthWorkerAnswer(
    [property: JsonPropertyName("registered")] bool? Registered,
    [property: JsonPropertyName("worker")] HealthWorkerRecord? Worker);

internal sealed record HealthWorkerRecord(
    [property: JsonPropertyName("nik")] string? Nik,
    [property: JsonPropertyName("profession")] string? Profession,
    [property: JsonPropertyName("str_number")] string? RegistrationNumber,
    [property: JsonPropertyName("str_active")] bool? RegistrationActive,
    [property: JsonPropertyName("str_valid_until")] DateOnly? RegistrationValidUntil,
    [property: JsonPropertyName("skp_sufficient")] bool? CreditPointsSufficient);

internal sealed record FacilitiesAnswer(
    [property: JsonPropertyName("regency")] string? Regency,
    [property: JsonPropertyName("facilities")] FacilityRecord[]? Facilities);

internal sealed record FacilityRecord(
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("address")] string? Address);
