using System.Text.Json.Serialization;

namespace MppDigital.Connectors.Splp;

// The service bus SPLP carries what its members agree on; each regency's own application is reached by the path that the bus gives it, which
// is the address of the regency's agreement. The two messages below are ours, to be changed in this file when a regency's application speaks
// otherwise. They carry numbers and states, never a person.

internal static class SplpPaths
{
    public const string Notices = "mppd/v1/notices";
    public const string Status = "mppd/v1/status";
}

internal sealed record SplpNotice(
    [property: JsonPropertyName("application")] string Application,
    [property: JsonPropertyName("service")] string Service,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("at")] DateTime At);

internal sealed record SplpStatusQuestion([property: JsonPropertyName("application")] string Application);

internal sealed record SplpFile(
    [property: JsonPropertyName("application")] string? Application,
    [property: JsonPropertyName("reference")] string? Reference,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("at")] DateTimeOffset? At);

internal static class SplpWords
{
    public const string Unknown = "unknown";
    public const string Submitted = "submitted";
    public const string Withdrawn = "withdrawn";
}
