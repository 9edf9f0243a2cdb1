using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Verification;

/// <summary>A regency tells that it issued a document. Sent at least once; a repeat changes nothing.</summary>
/// <param name="ValidUntil">Last day of validity in the regency's zone; null: no end.</param>
/// <param name="Sha256">Of the PDF, in hexadecimal.</param>
/// <param name="Replaces">Number of the document that this one takes the place of.</param>
/// <param name="Signature">What is inside the file; null in a paper that another register made.</param>
public sealed record RegisterIssuedDocument(
    VerificationCode Code, RegencyCode Regency, string DocumentNumber, string Product, string HolderInitials, string ServiceCode, int ServiceVersion, DateTime IssuedAt, DateOnly? ValidUntil, bool Deemed, string Sha256, string? Replaces = null, DocumentSignature? Signature = null);

/// <summary>The signature or seal inside a PDF, as its certificate says.</summary>
/// <param name="By">The official, or the platform for what the law granted.</param>
/// <param name="CertificateSerial">In hexadecimal.</param>
/// <param name="Algorithm">For example <c>RSA-SHA256</c>.</param>
public sealed record DocumentSignature(string By, DateTime At, string CertificateSerial, string Algorithm);

internal sealed class RegisterIssuedDocumentHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, TimeProvider clock) : IUseCase<RegisterIssuedDocument, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RegisterIssuedDocument input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (hash, code4) = (input.Code.Hash, input.Regency.Code4);
        if (await AlreadyAsync(db, input, ct) is { } held) return held;
        db.Add(new IssuedDocumentRow
        {
            CodeHash = hash,
            Code4 = code4,
            DocumentNumber = input.DocumentNumber,
            Product = input.Product,
            HolderInitials = input.HolderInitials,
            ServiceCode = input.ServiceCode,
            ServiceVersion = input.ServiceVersion,
            IssuedAt = input.IssuedAt,
            ValidUntil = input.ValidUntil,
            Deemed = input.Deemed,
            Sha256 = input.Sha256,
            SignedBy = input.Signature?.By,
            SignedAt = input.Signature?.At,
            CertificateSerial = input.Signature?.CertificateSerial,
            SignatureAlgorithm = input.Signature?.Algorithm,
        });
        if (input.Replaces is { } number && await db.IssuedDocuments.SingleOrDefaultAsync(d => d.Code4 == code4 && d.DocumentNumber == number, ct) is { } replaced)
            replaced.Replace(input.DocumentNumber, clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(ct);
            return default(Done);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            return await AlreadyAsync(db, input, ct) ?? throw new InvalidOperationException("A duplicate was refused and cannot be found.", e);
        }
    }

    /// <summary>Done for the same document; a conflict when code or number belong to another.</summary>
    private static async Task<Outcome<Done>?> AlreadyAsync(NationalDbContext db, RegisterIssuedDocument input, CancellationToken ct)
    {
        var (hash, code4) = (input.Code.Hash, input.Regency.Code4);
        var held = await db.IssuedDocuments.AsNoTracking().Where(d => d.CodeHash == hash || (d.Code4 == code4 && d.DocumentNumber == input.DocumentNumber))
            .Take(2).Select(d => new { d.CodeHash, d.Code4, d.DocumentNumber, d.Sha256 }).ToListAsync(ct);
        if (held.Count == 0) return null;
        return held is [var one] && one.CodeHash == hash && one.Code4 == code4 && one.DocumentNumber == input.DocumentNumber && one.Sha256 == input.Sha256 ? default(Done) : Problems.AnotherDocument;
    }
}
