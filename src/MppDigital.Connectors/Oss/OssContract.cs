using System.Text.Json;
using System.Text.Json.Serialization;

namespace MppDigital.Connectors.Oss;

// OSS gives its interface to ministries and regencies by agreement and publishes none. This shape is ours; what an agreement says otherwise is
// changed in this file and nowhere else. Calls carry the agreement as basic authentication (RFC 7617); its secret also signs what OSS tells us.

internal static class OssPaths
{
    public const string OfPerson = "oss/v1/businesses";
    public const string OfNumber = "oss/v1/business";
    public const string HandOver = "oss/v1/handovers";
    public const string Status = "oss/v1/handovers/status";
}

internal sealed record OssPersonQuestion([property: JsonPropertyName("nik")] string Nik);

internal sealed record OssNumberQuestion([property: JsonPropertyName("nib")] string Nib);

internal sealed record OssBusinesses([property: JsonPropertyName("businesses")] OssBusinessRecord[]? Items);

internal sealed record OssBusinessRecord(
    [property: JsonPropertyName("nib")] string? Nib,
    [property: JsonPropertyName("representative_nik")] string? Representative,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("npwp")] string? TaxNumber,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("activities")] OssActivityRecord[]? Activities);

internal sealed record OssActivityRecord(
    [property: JsonPropertyName("kbli")] string? Kbli,
    [property: JsonPropertyName("risk")] string? Risk,
    [property: JsonPropertyName("licence_active")] bool? LicenceActive);

internal sealed record OssHandover(
    [property: JsonPropertyName("application")] string Application,
    [property: JsonPropertyName("service")] string Service,
    [property: JsonPropertyName("nik")] string Nik,
    [property: JsonPropertyName("answers")] JsonElement Answers,
    [property: JsonPropertyName("callback")] string Callback);

internal sealed record OssStatusQuestion([property: JsonPropertyName("application")] string Application, [property: JsonPropertyName("reference")] string Reference);

internal sealed record OssFile(
    [property: JsonPropertyName("application")] string? Application,
    [property: JsonPropertyName("reference")] string? Reference,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("at")] DateTimeOffset? At,
    [property: JsonPropertyName("nib")] string? Nib);

internal static class OssWords
{
    public const string Active = "active";
    public const string Unknown = "unknown";

    public static readonly IReadOnlyDictionary<string, RiskLevel> Risks = new Dictionary<string, RiskLevel>
    {
        ["low"] = RiskLevel.Low,
        ["medium-low"] = RiskLevel.MediumLow,
        ["medium-high"] = RiskLevel.MediumHigh,
        ["high"] = RiskLevel.High,
    };
}
