using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Verification;

/// <summary>Anyone asks whether a document is genuine, by the code on it.</summary>
/// <param name="Code">As typed or scanned.</param>
public sealed record VerifyDocument(string Code);

public enum DocumentVerdict
{
    /// <summary>Also for what is no code at all: a stranger learns nothing from the difference.</summary>
    NotFound,
    Genuine,
    Expired,
    Revoked,

    /// <summary>What the law had granted was taken away again.</summary>
    Annulled,
    Replaced,
}

/// <param name="Document">Null when nothing was found.</param>
public sealed record DocumentCheck(DocumentVerdict Verdict, VerifiedDocument? Document);

/// <param name="Code">As printed, 4-4-4-4.</param>
/// <param name="StatusChangedAt">When it was revoked or replaced, UTC.</param>
/// <param name="Sha256">Of the genuine PDF, to compare a file with.</param>
/// <param name="ReplacedBy">Number of the document that took its place; null unless replaced.</param>
public sealed record VerifiedDocument(string Code, string Product, string DocumentNumber, string HolderInitials, Regency Regency, string ServiceCode, DateTime IssuedAt, DateOnly? ValidUntil, bool Deemed, DateTime? StatusChangedAt, string Sha256, string? ReplacedBy)
{
    /// <summary>What is inside the file; null in a paper that another register made.</summary>
    public DocumentSignature? Signature { get; init; }
}

internal sealed class VerifyDocumentHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, TimeProvider clock) : IUseCase<VerifyDocument, DocumentCheck>
{
    private static readonly DocumentCheck NotFound = new(DocumentVerdict.NotFound, null);

    public async Task<Outcome<DocumentCheck>> HandleAsync(VerifyDocument input, CancellationToken ct)
    {
        if (!VerificationCode.TryParse(input.Code, out var code)) return NotFound;
        var hash = code.Hash;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.IssuedDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.CodeHash == hash, ct) is not { } row) return NotFound;
        if (!RegencyCode.TryParse(row.Code4, out var regencyCode) || directory.Find(regencyCode) is not { } regency) throw new InvalidOperationException($"Document {row.Id} was issued by the unknown regency {row.Code4}.");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), regency.Zone).DateTime);
        var document = new VerifiedDocument(code.ToString(), row.Product, row.DocumentNumber, row.HolderInitials, regency, row.ServiceCode, row.IssuedAt, row.ValidUntil, row.Deemed, row.StatusChangedAt, row.Sha256, row.ReplacedBy)
        {
            Signature = row is { SignedBy: { } by, SignedAt: { } at, CertificateSerial: { } serial, SignatureAlgorithm: { } algorithm } ? new DocumentSignature(by, at, serial, algorithm) : null,
        };
        return new DocumentCheck(Verdict(row, today), document);
    }

    private static DocumentVerdict Verdict(IssuedDocumentRow row, DateOnly today) => row.Status switch
    {
        DocumentStatus.Revoked => row.Deemed ? DocumentVerdict.Annulled : DocumentVerdict.Revoked,
        DocumentStatus.Replaced => DocumentVerdict.Replaced,
        _ => row.ValidUntil < today ? DocumentVerdict.Expired : DocumentVerdict.Genuine,
    };
}
