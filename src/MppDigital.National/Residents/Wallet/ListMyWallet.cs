using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.National.Verification;
using MppDigital.Platform.Files;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Wallet;

/// <summary>The papers of a person, the newest first.</summary>
public sealed record ListMyWallet(string Sub);

/// <summary>One of them whole, for its owner.</summary>
public sealed record ReadMyPaper(string Sub, Guid Id);

/// <param name="Fact">What it proves elsewhere; empty where nothing.</param>
/// <param name="Agency">Who issued or accepted it.</param>
/// <param name="Number">Printed on it; empty for what the person brought.</param>
/// <param name="InForce">Not revoked, not replaced, and not past its last day.</param>
public sealed record WalletPaper(
    Guid Id, WalletOrigin Origin, string Fact, string Title, string TitleEn, string Number, string Regency, string RegencyName, string Agency, string Application, string Service, string ContentType, int Size, DateTime VerifiedAt, DateOnly? ValidUntil, bool InForce);

public sealed record PaperFile(byte[] Content, string ContentType, string FileName);

internal sealed class ListMyWalletHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, FileStore files, ITenantDirectory directory, TimeProvider clock)
    : IUseCase<ListMyWallet, IReadOnlyList<WalletPaper>>, IUseCase<ReadMyPaper, PaperFile>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<WalletPaper>>> HandleAsync(ListMyWallet input, CancellationToken ct)
    {
        var today = Consents.Holdings.Today(clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.WalletDocuments.AsNoTracking().Where(d => d.Sub == input.Sub).OrderByDescending(d => d.VerifiedAt).ThenBy(d => d.Id).Take(Most)
            .Select(d => new { Paper = d, Ended = d.Origin == WalletOrigin.Issued && db.IssuedDocuments.Any(i => i.Code4 == d.RegencyCode.Replace(".", "") && i.DocumentNumber == d.Number && i.Status != DocumentStatus.Valid) }).ToListAsync(ct);
        return rows.Select(r => (r.Paper, r.Ended)).Select(r => new WalletPaper(
            r.Paper.Id, r.Paper.Origin, r.Paper.Fact, r.Paper.Title, r.Paper.TitleEn, r.Paper.Number, r.Paper.RegencyCode, directory.Find(RegencyCode.Parse(r.Paper.RegencyCode))?.Name ?? r.Paper.RegencyCode,
            r.Paper.Agency, r.Paper.Application, r.Paper.Service, r.Paper.ContentType, r.Paper.Size, r.Paper.VerifiedAt, r.Paper.ValidUntil, !r.Ended && !(r.Paper.ValidUntil < today))).ToList();
    }

    public async Task<Outcome<PaperFile>> HandleAsync(ReadMyPaper input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.WalletDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == input.Id && d.Sub == input.Sub, ct) is not { } paper) return Problems.UnknownPaper;
        var name = paper.Number.Length > 0 ? paper.Number.Replace('/', '-') : paper.Fact.Replace('.', '-');
        return new PaperFile(await files.ReadAsync(await vault.OpenAsync(ct), paper.ContentKey, ct), paper.ContentType, name + Extension(paper.ContentType));
    }

    private static string Extension(string contentType) => contentType switch { "image/jpeg" => ".jpg", "image/png" => ".png", _ => ".pdf" };
}
