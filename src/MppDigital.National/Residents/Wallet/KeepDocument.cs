using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Files;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Wallet;

/// <summary>A regency puts a paper into its owner's wallet. Sent at least once; the same paper is kept once.</summary>
public sealed record KeepDocument(RegencyCode Regency, string Sub, string Nik, string Application, string Service, ProvenDocument Document, byte[] Content)
{
    /// <summary>Without the number: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"a document of {Application}";
}

/// <param name="OriginId">Id of the upload or the issue in its regency.</param>
/// <param name="Fact">What it proves; empty where it proves nothing to anybody else.</param>
/// <param name="Number">Printed on it; empty for an upload.</param>
/// <param name="Agency">Who issued or accepted it.</param>
/// <param name="ValidUntil">Last day of use; null: no end.</param>
public sealed record ProvenDocument(Guid OriginId, WalletOrigin Origin, string Fact, string Title, string TitleEn, string Number, string Agency, DateTime VerifiedAt, DateOnly? ValidUntil);

internal sealed class KeepDocumentHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, FileStore files, IDatabaseEngine engine) : IUseCase<KeepDocument, Done>
{
    public async Task<Outcome<Done>> HandleAsync(KeepDocument input, CancellationToken ct)
    {
        var (document, code) = (input.Document, input.Regency.Value);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.WalletDocuments.AnyAsync(d => d.RegencyCode == code && d.OriginId == document.OriginId, ct)) return default(Done);

        var cipher = await vault.OpenAsync(ct);
        using var content = new MemoryStream(input.Content);
        var stored = await files.SaveAsync(cipher, content, ct);
        if (!stored.Succeeded) return stored.Problem;
        // A paper that came out of this wallet and comes back with another file is the same paper, and no younger.
        var name = stored.Value.Name;
        if (document.Origin == WalletOrigin.Uploaded && await db.WalletDocuments.AnyAsync(d => d.Sub == input.Sub && d.Fact == document.Fact && d.ContentKey == name, ct)) return default(Done);
        db.WalletDocuments.Add(new WalletDocumentRow
        {
            Sub = input.Sub,
            NikLookup = VaultSecrets.NikLookup(cipher, input.Nik),
            Fact = document.Fact,
            Origin = document.Origin,
            OriginId = document.OriginId,
            RegencyCode = code,
            Agency = document.Agency,
            Application = input.Application,
            Service = input.Service,
            Title = document.Title,
            TitleEn = document.TitleEn,
            Number = document.Number,
            ContentKey = stored.Value.Name,
            ContentType = stored.Value.Type.MediaType(),
            Size = input.Content.Length,
            VerifiedAt = document.VerifiedAt,
            ValidUntil = document.ValidUntil,
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Told twice at the same moment.
        }

        return default(Done);
    }
}
