using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>A signer's certificate, as its authority last said.</summary>
/// <param name="Serial">In hexadecimal.</param>
/// <param name="Status"><c>valid</c>, <c>expired</c>, <c>revoked</c> or <c>suspended</c>.</param>
/// <param name="EndsSoon">In 30 days or less.</param>
/// <param name="PausedUntil">Wrong passphrases; null where signing is open.</param>
public sealed record SignerView(string Name, string Serial, DateTimeOffset NotAfter, string Status, DateTimeOffset CheckedAt, bool EndsSoon, DateTimeOffset? PausedUntil)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    internal static SignerView Of(SignerCertificate certificate, Regency regency, DateTime now) => new(
        certificate.Name,
        certificate.Serial,
        regency.At(certificate.NotAfter),
        // The authority is asked when somebody signs; the calendar needs nobody to be asked.
        certificate.Status == "valid" && certificate.NotAfter < now ? "expired" : certificate.Status,
        regency.At(certificate.CheckedAt),
        certificate.Status == "valid" && certificate.NotAfter >= now && certificate.NotAfter - now <= Ahead,
        certificate.IsPaused(now) ? regency.At(certificate.PausedUntil) : null);
}
