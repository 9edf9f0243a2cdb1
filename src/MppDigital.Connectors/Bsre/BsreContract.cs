using System.Text.Json.Serialization;

namespace MppDigital.Connectors.Bsre;

// BSrE publishes no contract: an institution gets it with its agreement. Path, words and codes of the status are those that users of its "esign
// client" (version 2) write about; they send whole PDFs. Signing a hash, which keeps the document with us, stands here in the same manner. What
// an agreement says otherwise is changed in this file and nowhere else.

internal static class BsrePaths
{
    public const string Status = "api/v2/user/check/status";
    public const string Sign = "api/v2/sign/hash";
}

internal sealed record BsreStatusAsk([property: JsonPropertyName("nik")] string Nik)
{
    public override string ToString() => "status of a signer";
}

/// <param name="Certificates">DER, the signer's first, then those above it.</param>
internal sealed record BsreStatusAnswer(
    [property: JsonPropertyName("nik")] string? Nik,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("certificate")] byte[][]? Certificates);

internal sealed record BsreSignAsk(
    [property: JsonPropertyName("nik")] string Nik,
    [property: JsonPropertyName("passphrase")] string Passphrase,
    [property: JsonPropertyName("algorithm")] string Algorithm,
    [property: JsonPropertyName("hash")] BsreHash[] Hashes)
{
    public override string ToString() => "hashes to sign";
}

internal sealed record BsreHash([property: JsonPropertyName("id")] string? Id, [property: JsonPropertyName("value")] byte[]? Value);

internal sealed record BsreSignAnswer(
    [property: JsonPropertyName("nik")] string? Nik,
    [property: JsonPropertyName("status_code")] int? StatusCode,
    [property: JsonPropertyName("signature")] BsreHash[]? Signatures);

internal static class BsreWords
{
    public const string Sha256 = "SHA-256";
    public const string Issued = "ISSUE";
    public const string Expired = "EXPIRED";
    public const string Revoked = "REVOKE";
    public const string Suspended = "SUSPEND";
    public const string Unknown = "NOT_REGISTERED";

    public const int Signed = 200;
    public const int WrongPassphrase = 2031;
    public const int NotUsable = 2021;
}
