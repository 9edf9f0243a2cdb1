using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Files;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Consents;

/// <summary>The file of a paper, for the regency that its owner allowed it to. Refused without a consent in force that names this very paper.</summary>
public sealed record ReadGrantedFile(string Sub, RegencyCode Regency, string Service, Guid Document);

public sealed record WalletFile(byte[] Content, string ContentType, string Name);

internal sealed class ReadGrantedFileHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, FileStore files, TimeProvider clock) : IUseCase<ReadGrantedFile, WalletFile>
{
    public async Task<Outcome<WalletFile>> HandleAsync(ReadGrantedFile input, CancellationToken ct)
    {
        var cipher = await vault.OpenAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var consent = await ConsentBook.ActiveAsync(db, input.Sub, input.Regency, input.Service, clock.GetUtcNow().UtcDateTime, ct);
        if (consent is null || ConsentBook.TermsOf(cipher, consent).Items.All(i => i.Document != input.Document)) return Problems.NotAgreed;
        if (await db.WalletDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == input.Document && d.Sub == input.Sub, ct) is not { } document) return Problems.NotAgreed;
        return new WalletFile(await files.ReadAsync(cipher, document.ContentKey, ct), document.ContentType, document.Fact);
    }
}
