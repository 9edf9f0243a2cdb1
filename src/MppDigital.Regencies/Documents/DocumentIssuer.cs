using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.Connectors.Products;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Templates;
using MppDigital.National.Verification;
using MppDigital.Platform;
using MppDigital.Platform.Events;
using MppDigital.Platform.Files;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Documents.Pdf;
using MppDigital.Regencies.Documents.Registers;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>Who signs an ordinary decision.</summary>
/// <param name="Sub">Of the signer; empty where a register's order has forgotten it.</param>
internal sealed record Signature(string Name, string Agency, string Sub = "");

/// <summary>
/// Makes the document in the transaction of the decision: approved without a document, or a document without approval, cannot be stored. Where a
/// register makes the product, what is in that transaction is the order for it.
/// </summary>
internal sealed class DocumentIssuer(FileStore files, RegencySecrets secrets, CurrentRegency current, ITenantDirectory directory, IOptions<PlatformOptions> platform, PlatformAuthority authority, IOptions<SignatureOptions> signatures, TimeProvider clock)
{
    /// <summary>Officials sign for themselves, from their queue; a decision alone brings no document.</summary>
    public bool WaitsForSigner => signatures.Value.ByBsre;

    /// <param name="signature">Null for a deemed approval: no officer's name may stand on what the law granted.</param>
    /// <param name="at">The instant of the decision; for a deemed approval the limit itself.</param>
    public async Task IssueAsync(RegencyDbContext db, Application application, ServiceDefinition service, Signature? signature, DateTime at, CancellationToken ct)
    {
        if (service.Product.IssuedBy is not null)
        {
            Order(db, application, signature ?? throw new InvalidOperationException($"No register prints what the law granted: {application.Number}."), 1, at);
            return;
        }

        if (WaitsForSigner && signature is not null)
        {
            await OrderSignatureAsync(db, application, service, signature, 1, at, null, ct);
            return;
        }

        await MakeAsync(db, application, service, signature, 1, at, EndOf(application, service, at), ct);
        Announce(db, application, at);
    }

    /// <summary>Asks the register that makes the product; there is no document until it has answered.</summary>
    public static void Order(RegencyDbContext db, Application application, Signature signature, int issue, DateTime at)
    {
        var order = ProductOrder.Of(application.Id, issue, signature, at);
        db.ProductOrders.Add(order);
        db.Outbox.Add(OrderProduct.RowFor(order));
    }

    /// <summary>The register's own paper under its own number; the code by which it is checked is ours. What it replaces holds until now.</summary>
    public async Task ReceiveAsync(RegencyDbContext db, Application application, ServiceDefinition service, ProductOrder order, RegisterProduct product, DateTime at, CancellationToken ct)
    {
        var old = await db.IssuedDocuments.SingleOrDefaultAsync(d => d.ApplicationId == application.Id && d.Issue == order.Issue - 1, ct);
        old?.Replace(at);
        await StoreAsync(db, application, product.Pdf, product.Number, VerificationCode.New(), new Signature(order.Signer, order.SignerAgency), order.Issue, at, old is null ? EndOf(application, service, at) : old.ValidUntil, null, ct);
        if (order.Issue == 1) Announce(db, application, at);
    }

    /// <summary>Puts the document into its signer's queue. It has its number from now on, and that number is nobody else's.</summary>
    public async Task OrderSignatureAsync(RegencyDbContext db, Application application, ServiceDefinition service, Signature signature, int issue, DateTime at, DateOnly? validUntil, CancellationToken ct) =>
        db.SignatureOrders.Add(SignatureOrder.Of(application.Id, issue, await NumberAsync(db, service, at, ct), secrets.SealCode(VerificationCode.New().ToString()), at, validUntil, signature));

    /// <summary>What was signed, in the transaction in which its order ends. What it replaces holds until now.</summary>
    public async Task ReceiveSignedAsync(RegencyDbContext db, Application application, ServiceDefinition service, SignatureOrder order, byte[] pdf, SignatureFacts made, CancellationToken ct)
    {
        var old = await db.IssuedDocuments.SingleOrDefaultAsync(d => d.ApplicationId == application.Id && d.Issue == order.Issue - 1, ct);
        old?.Replace(made.At);
        await StoreAsync(db, application, pdf, order.Number, CodeOf(order), SignerOf(order), order.Issue, made.At, EndOf(application, service, order, made.At), made, ct);
        if (order.Issue == 1) Announce(db, application, made.At);
    }

    public IssuedDocumentContent ContentOf(Application application, ServiceDefinition service, SignatureOrder order, DateTime at) =>
        ContentOf(application, service, SignerOf(order), order.Number, CodeOf(order), at, EndOf(application, service, order, at));

    /// <summary>The same document anew, under a number and a code of its own. It ends when the old one would have: a replacement is no renewal.</summary>
    public Task ReplaceAsync(RegencyDbContext db, Application application, ServiceDefinition service, Signature signature, IssuedDocument old, DateTime at, CancellationToken ct) =>
        MakeAsync(db, application, service, application.Deemed ? null : signature, old.Issue + 1, at, old.ValidUntil, ct);

    private async Task MakeAsync(RegencyDbContext db, Application application, ServiceDefinition service, Signature? signature, int issue, DateTime at, DateOnly? validUntil, CancellationToken ct)
    {
        var number = await NumberAsync(db, service, at, ct);
        var code = VerificationCode.New();
        var content = ContentOf(application, service, signature, number, code, at, validUntil);
        var (pdf, made) = SignHere(content, signature);
        await StoreAsync(db, application, pdf, number, code, signature, issue, at, validUntil, made, ct);
    }

    private async Task<string> NumberAsync(RegencyDbContext db, ServiceDefinition service, DateTime at, CancellationToken ct)
    {
        var local = current.Value.At(at);
        var sequence = await TakeNumber.NextAsync(db, $"document-{service.Code}-{local.Year}", ct);
        return $"{service.Code}/{current.Value.Code.Code4}/{local.Year}/{sequence:00000}";
    }

    private VerificationCode CodeOf(SignatureOrder order) =>
        VerificationCode.TryParse(secrets.OpenCode(order.VerificationCode), out var code) ? code : throw new InvalidOperationException($"The verification code of {order.Number} cannot be read.");

    private static Signature SignerOf(SignatureOrder order) => new(order.Signer, order.SignerAgency, order.SignerSub);

    private DateOnly? EndOf(Application application, ServiceDefinition service, SignatureOrder order, DateTime at) => order.Issue == 1 ? EndOf(application, service, at) : order.ValidUntil;

    /// <summary>With the platform's own keys: the official's, or the seal where the law granted it.</summary>
    private (byte[] Pdf, SignatureFacts Made) SignHere(IssuedDocumentContent content, Signature? signature)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var key = signature is null ? authority.Seal : authority.SignerOf(signature, content.Government);
        X509Certificate2[] chain = [key.Certificate, authority.Root];
        var pdf = SigningPaper.Of(content, signature?.Name ?? PlatformAuthority.SealName, current.Value.Name, chain, now);
        var cades = new CadesSignature(pdf.Content, chain);
        var envelope = cades.With(key.SignHash(cades.Hash)) ?? throw new InvalidOperationException("The platform's own signature does not fit its certificate.");
        return (pdf.With(envelope), new SignatureFacts(now, key.Certificate.SerialNumber, cades.Algorithm));
    }

    private async Task StoreAsync(RegencyDbContext db, Application application, byte[] pdf, string number, VerificationCode code, Signature? signature, int issue, DateTime at, DateOnly? validUntil, SignatureFacts? made, CancellationToken ct)
    {
        using var stream = new MemoryStream(pdf);
        var stored = await files.SaveAsync(secrets.Cipher, stream, ct);
        if (!stored.Succeeded) throw new InvalidOperationException($"The document of {application.Number} was refused by the file store: {stored.Problem.Code}.");

        var document = new IssuedDocument
        {
            ApplicationId = application.Id,
            Number = number,
            VerificationCode = secrets.SealCode(code.ToString()),
            ContentKey = stored.Value.Name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)),
            IssuedAt = at,
            ValidUntil = validUntil,
            Deemed = application.Deemed,
            Issue = issue,
            Signer = signature?.Name,
            SignerAgency = signature?.Agency ?? "",
            SignedAt = made?.At,
            CertificateSerial = made?.CertificateSerial,
            SignatureAlgorithm = made?.Algorithm,
        };
        db.IssuedDocuments.Add(document);
        db.Outbox.Add(new OutboxRow(RegisterDocument.Kind, JsonSerializer.Serialize(new RegisterDocument.Payload(document.Id)), at));
    }

    private static void Announce(RegencyDbContext db, Application application, DateTime at)
    {
        application.Issue(at);
        db.Outbox.Add(new OutboxRow(DocumentIssued.Kind, JsonSerializer.Serialize(new DocumentIssued(application.Id)), at));
    }

    private DateOnly? EndOf(Application application, ServiceDefinition service, DateTime at) =>
        DocumentTerms.EndOf(service.Product, JsonNode.Parse(secrets.OpenAnswers(application.Answers))!.AsObject(), DateOnly.FromDateTime(current.Value.At(at).Date));

    internal IssuedDocumentContent ContentOf(Application application, ServiceDefinition service, Signature? signature, string number, VerificationCode code, DateTime at, DateOnly? validUntil)
    {
        var answers = JsonNode.Parse(secrets.OpenAnswers(application.Answers))!.AsObject();
        var (holder, nik) = (secrets.OpenName(application.Name), Nik.Mask(secrets.OpenNik(application.Nik)));
        var agency = signature is { Agency.Length: > 0 } ? signature.Agency : service.Agency.Code;
        var plain = new IssuedDocumentContent
        {
            Government = $"Pemerintah {current.Value.Name}",
            Agency = service.Agency.Name,
            Title = service.NameId,
            Number = number,
            Holder = holder,
            Rows = [new DocumentRow("NIK", nik), .. PrintedAnswers.Of(service, answers, directory), new DocumentRow("Nomor permohonan", application.Number)],
            IssuedAt = at,
            ValidUntil = validUntil,
            LegalBasis = service.LegalBasis,
            Seal = signature is null
                ? new DocumentSeal.DeemedApproval(service.ProcessingTime.DeemedApproval!.Basis)
                : new DocumentSeal.SignedBy(signature.Name, DocumentTerms.RoleOf(service, agency, current.Value.Name)),
            VerificationAddress = new Uri($"{platform.Value.PublicOrigin}/v/{code}"),
            Zone = current.Value.Zone,
            ZoneAbbreviation = current.Value.ZoneAbbreviation,
        };
        var facts = new Dictionary<string, string?>
        {
            ["holder.name"] = holder,
            ["holder.nik"] = nik,
            ["number"] = number,
            ["issued_on"] = IndonesianDate.Of(DateOnly.FromDateTime(current.Value.At(at).Date)),
            [TemplateText.ValidUntil] = validUntil is { } end ? IndonesianDate.Of(end) : null,
            ["regency"] = current.Value.Name,
            ["agency"] = service.Agency.Name,
            ["agency.code"] = agency,
            ["application.number"] = application.Number,
        };
        return new PrintTemplate(service, answers, facts, directory).On(plain);
    }
}
