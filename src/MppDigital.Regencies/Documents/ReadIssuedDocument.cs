using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Files;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>The PDF for its owner.</summary>
public sealed record ReadIssuedDocument(string Sub, string Number);

public sealed record IssuedFile(byte[] Content, string FileName);

internal sealed class ReadIssuedDocumentHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, FileStore files, RegencySecrets secrets) : IUseCase<ReadIssuedDocument, IssuedFile>
{
    public async Task<Outcome<IssuedFile>> HandleAsync(ReadIssuedDocument input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application || application.Sub != input.Sub) return Applications.Problems.UnknownApplication;
        if (application.OwesSince is not null) return Applications.Problems.FeeNotPaid;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Issue).FirstOrDefaultAsync(ct) is { } document
            ? new IssuedFile(await files.ReadAsync(secrets.Cipher, document.ContentKey, ct), $"{document.Number.Replace('/', '-')}.pdf")
            : Applications.Problems.UnknownDocument;
    }
}
