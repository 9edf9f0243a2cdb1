using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Verification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Documents.Pdf;
using MppDigital.Regencies.Documents.Registers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>The newest issue as text, for its owner: the same content that was set as PDF, for whoever reads with ears or on a small screen.</summary>
public sealed record ReadDocumentSheet(string Sub, string Number);

/// <param name="Rows">What was granted, label and value, in the order of the PDF.</param>
/// <param name="Register">The register that made it under its own number, as definitions name it; null where the regency did.</param>
/// <param name="Signer">Who signed and as what; null where the law granted it.</param>
/// <param name="Article">The provision that granted it; null where somebody signed.</param>
public sealed record DocumentSheet(
    DocumentLife Life, string Government, string Agency, string Title, string Opening, string Holder, IReadOnlyList<string> Decision, IReadOnlyList<SheetRow> Rows, bool SaysThatItHasNoEnd,
    IReadOnlyList<string> Conditions, IReadOnlyList<string> LegalBasis, string? Closing, string? Register, (string Name, string Role)? Signer, string? Article, Uri VerificationAddress);

/// <param name="LabelEn">Empty where only the Indonesian label is known.</param>
public sealed record SheetRow(string Label, string LabelEn, string Value);

internal sealed class ReadDocumentSheetHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, IServiceCatalog catalog, DocumentIssuer issuer, DocumentDesk desk, RegencySecrets secrets)
    : IUseCase<ReadDocumentSheet, DocumentSheet>
{
    public async Task<Outcome<DocumentSheet>> HandleAsync(ReadDocumentSheet input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application || application.Sub != input.Sub) return Applications.Problems.UnknownApplication;
        if (application.OwesSince is not null) return Applications.Problems.FeeNotPaid;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Issue).FirstOrDefaultAsync(ct) is not { } document) return Applications.Problems.UnknownDocument;
        if (!VerificationCode.TryParse(secrets.OpenCode(document.VerificationCode), out var code)) throw new InvalidOperationException($"The verification code of {document.Number} cannot be read.");
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var content = issuer.ContentOf(application, service, document.Signer is { } name ? new Signature(name, document.SignerAgency) : null, document.Number, code, document.IssuedAt, document.ValidUntil);
        return new DocumentSheet(
            desk.LifeOf(document), content.Government, content.Agency, content.Title, content.Opening, content.Holder, content.Decision, [.. content.Rows.Select(r => new SheetRow(r.Label, r.LabelEn, r.Value)), .. await ToldAsync(db, application, ct)], content.SaysThatItHasNoEnd,
            content.Conditions, content.LegalBasis, content.Closing, service.Product.IssuedBy?.Register,
            content.Seal is DocumentSeal.SignedBy signed ? (signed.Officer, signed.Role) : null, (content.Seal as DocumentSeal.DeemedApproval)?.Article, content.VerificationAddress);
    }

    /// <summary>What the register wrote into its paper and nobody had told it.</summary>
    private async Task<IEnumerable<SheetRow>> ToldAsync(RegencyDbContext db, Application application, CancellationToken ct) =>
        (await OrderProduct.FactsAsync(db, secrets, application.Id, ct)).Where(f => f.Key == ProductRegisters.ChildNik).Select(f => new SheetRow("NIK anak", "Child's NIK", f.Value.ToString()));
}
