using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Residents.Consents;

/// <summary>Consents as they are stored, found and written out as receipts.</summary>
internal sealed class ConsentBook(VaultSecrets vault, ITenantDirectory directory, TimeProvider clock)
{
    public const string Purpose = "consent";

    private static readonly Func<NationalDbContext, string, string, string, DateTime, CancellationToken, Task<ConsentRow?>> InForce = EF.CompileAsyncQuery(
        (NationalDbContext db, string sub, string code, string service, DateTime now, CancellationToken ct) => db.Consents
            .Where(c => c.Sub == sub && c.RegencyCode == code && c.Service == service && c.RevokedAt == null && c.ValidUntil > now).OrderByDescending(c => c.GivenAt).FirstOrDefault());

    /// <summary>The one in force: of this person, for this regency and this service alone.</summary>
    public static Task<ConsentRow?> ActiveAsync(NationalDbContext db, string sub, RegencyCode regency, string service, DateTime now, CancellationToken ct) =>
        InForce(db, sub, regency.Value, service, now, ct);

    public static ConsentTerms TermsOf(FieldCipher cipher, ConsentRow row) => VaultSecrets.Open<ConsentTerms>(cipher, Purpose, row.Terms);

    public async Task<List<ConsentReceipt>> ReceiptsAsync(NationalDbContext db, IReadOnlyList<ConsentRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return [];
        var cipher = await vault.OpenAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var handed = (await db.HandOvers.AsNoTracking().Where(h => ids.Contains(h.ConsentId)).OrderByDescending(h => h.At).Take(1000).ToListAsync(ct)).ToLookup(h => h.ConsentId);
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. rows.Select(row => ReceiptOf(row, TermsOf(cipher, row), handed[row.Id], now))];
    }

    private ConsentReceipt ReceiptOf(ConsentRow row, ConsentTerms terms, IEnumerable<HandOverRow> handed, DateTime now) => new(
        row.Id, row.Number, row.RegencyCode, directory.Find(RegencyCode.Parse(row.RegencyCode))?.Name ?? row.RegencyCode, row.Service, terms.ServiceName, terms.ServiceNameEn,
        row.RevokedAt is not null ? ConsentReceipt.Revoked : row.ValidUntil <= now ? ConsentReceipt.Expired : ConsentReceipt.Active,
        row.GivenAt, row.ValidUntil, row.RevokedAt, terms.Items, [.. handed.Select(h => new HandOver(h.Application, h.At, h.Facts.Split(' ')))]);
}
