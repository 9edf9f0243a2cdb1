using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Verification;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>Tells the national register of an issued document, so that anyone can verify it; at least once, and a repeat changes nothing.</summary>
internal sealed class RegisterDocument(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, IUseCase<RegisterIssuedDocument, Done> register, RegencySecrets secrets, CurrentRegency current) : IOutboxHandler
{
    public const string Kind = "register-document";

    string IOutboxHandler.Kind => Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Payload>(payload)!.Document;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var document = await db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == document.ApplicationId, ct);
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var replaces = document.Issue == 1 ? null : await db.IssuedDocuments.Where(d => d.ApplicationId == document.ApplicationId && d.Issue == document.Issue - 1).Select(d => d.Number).SingleAsync(ct);
        if (!VerificationCode.TryParse(secrets.OpenCode(document.VerificationCode), out var code)) throw new InvalidOperationException($"The verification code of {document.Number} cannot be read.");
        var told = await register.HandleAsync(new RegisterIssuedDocument(
            code, current.Value.Code, document.Number, service.Product.NameId,
            Initials(secrets.OpenName(application.Name)), application.Service, application.CatalogVersion, document.IssuedAt, document.ValidUntil, document.Deemed, document.Sha256, replaces, SignatureIn(document)), ct);
        if (!told.Succeeded) throw new InvalidOperationException($"The register refused document {document.Number}: {told.Problem.Code}");
    }

    private static DocumentSignature? SignatureIn(IssuedDocument document) =>
        document is { SignedAt: { } at, CertificateSerial: { } serial, SignatureAlgorithm: { } algorithm } ? new DocumentSignature(document.Signer ?? PlatformAuthority.SealName, at, serial, algorithm) : null;

    internal static string Initials(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).Select(w => $"{char.ToUpperInvariant(w[0])}."));

    internal sealed record Payload(Guid Document);
}
