using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>
/// What the code on a ticket says: which visit, and a keyed hash that only this regency can make. A move makes the earlier one void; that it is used
/// once follows from the visit, which can be checked in once.
/// </summary>
internal static class VisitPass
{
    private const string Start = "MPPV1";

    public static string Of(RegencySecrets secrets, Visit visit) => $"{Start}.{visit.Id:N}.{Proof(secrets, visit)}";

    /// <summary>Which visit it speaks of; whether it may is asked of <see cref="Fits"/>.</summary>
    public static bool TryRead(string text, out Guid visit)
    {
        visit = default;
        return text is { Length: < 120 } && text.Split('.') is [Start, var id, _] && Guid.TryParseExact(id, "N", out visit);
    }

    public static bool Fits(RegencySecrets secrets, Visit visit, string text) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(Of(secrets, visit)));

    private static string Proof(RegencySecrets secrets, Visit visit) => secrets.Cipher.Lookup("visit-pass", string.Create(CultureInfo.InvariantCulture, $"{visit.Id:N}:{visit.Round}:{visit.StartsAt:O}"));
}
