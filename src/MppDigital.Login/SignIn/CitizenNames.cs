using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Platform.Identification;

namespace MppDigital.Login.SignIn;

/// <summary>Finds a citizen by what is typed at the door: NIK, grouped as on the card, or the phone number.</summary>
internal static class CitizenNames
{
    public static async Task<Account?> FindAsync(LoginDbContext db, AccountSeal seal, string typed, CancellationToken ct)
    {
        var digits = typed.Replace(" ", "", StringComparison.Ordinal).Trim();
        if (digits.Length == 16 && digits.All(char.IsAsciiDigit))
        {
            var nik = await seal.LookupOfNikAsync(digits, ct);
            return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NikLookup == nik, ct);
        }

        if (!IndonesianPhone.TryNormalize(typed, out var e164)) return null;
        var phone = await seal.LookupOfPhoneAsync(e164, ct);
        // A family may share one phone; then only the NIK says who is at the door.
        return await db.Accounts.AsNoTracking().Where(a => a.PhoneLookup == phone).OrderBy(a => a.Id).Take(2).ToListAsync(ct) is [var only] ? only : null;
    }
}
