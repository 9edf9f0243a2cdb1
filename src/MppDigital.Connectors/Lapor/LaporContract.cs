using System.Text.Json.Serialization;

namespace MppDigital.Connectors.Lapor;

// SP4N-LAPOR! gives its interface to connected agencies and publishes none. This shape is ours, to be changed in this file when an agreement
// gives another. What is told here is public there at once where the complainant says so: no NIK, telephone or mail is ever sent.

internal static class LaporPaths
{
    public const string Complaints = "lapor/v1/complaints";
    public const string Status = "lapor/v1/complaints/status";
    public const string Given = "lapor/v1/dispositions";
    public const string Taken = "lapor/v1/dispositions/taken";
    public const string Answers = "lapor/v1/dispositions/answers";
}

internal sealed record LaporComplaint(
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("class")] string Class,
    [property: JsonPropertyName("regency")] string Regency,
    [property: JsonPropertyName("agency")] string Agency,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("anonymous")] bool Anonymous,
    [property: JsonPropertyName("at")] DateTimeOffset At);

internal sealed record LaporStatusQuestion([property: JsonPropertyName("reference")] string Reference);

internal sealed record LaporAnswer(
    [property: JsonPropertyName("number")] string? Number,
    [property: JsonPropertyName("reference")] string? Reference,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("at")] DateTimeOffset? At);

internal sealed record LaporGivenQuestion([property: JsonPropertyName("regency")] string Regency);

/// <summary>What the channel gives to a regency to answer, until it was taken and now and then again.</summary>
internal sealed record LaporGiven([property: JsonPropertyName("regency")] string? Regency, [property: JsonPropertyName("items")] IReadOnlyList<LaporDisposition?>? Items);

internal sealed record LaporDisposition(
    [property: JsonPropertyName("reference")] string? Reference,
    [property: JsonPropertyName("class")] string? Class,
    [property: JsonPropertyName("agency")] string? Agency,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("text")] string? Text,
    [property: JsonPropertyName("at")] DateTimeOffset? At);

internal sealed record LaporTaken([property: JsonPropertyName("reference")] string Reference, [property: JsonPropertyName("number")] string Number);

internal sealed record LaporReply(
    [property: JsonPropertyName("reference")] string Reference, [property: JsonPropertyName("number")] string Number, [property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("at")] DateTimeOffset At);

internal static class LaporWords
{
    public const string Unknown = "unknown";

    /// <summary>Its four classes of reports.</summary>
    public static readonly IReadOnlyDictionary<ComplaintClass, string> Classes = new Dictionary<ComplaintClass, string>
    {
        [ComplaintClass.Aspiration] = "aspirasi",
        [ComplaintClass.Complaint] = "pengaduan",
        [ComplaintClass.Question] = "permintaan-informasi",
        [ComplaintClass.Whistleblowing] = "whistleblowing",
    };

    public static readonly IReadOnlyDictionary<string, ComplaintStatus> Statuses = new Dictionary<string, ComplaintStatus>
    {
        ["received"] = ComplaintStatus.Received,
        ["verified"] = ComplaintStatus.Verified,
        ["forwarded"] = ComplaintStatus.Forwarded,
        ["answered"] = ComplaintStatus.Answered,
        ["closed"] = ComplaintStatus.Closed,
        ["not-our-authority"] = ComplaintStatus.NotOurAuthority,
        ["archived"] = ComplaintStatus.Archived,
    };
}
