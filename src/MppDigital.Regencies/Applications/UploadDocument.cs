using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Files;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Keeps a file that a citizen gives: JPEG, PNG or PDF by content, at most 5 MiB, encrypted.</summary>
/// <param name="Requirement">Code of what it proves; may be empty.</param>
public sealed record UploadDocument(string Sub, Stream Content, string Requirement);

public sealed record UploadedDocument(Guid Id, string ContentType, long Size);

internal sealed class UploadDocumentHandler(IDbContextFactory<RegencyDbContext> contexts, FileStore files, RegencySecrets secrets, TimeProvider clock) : IUseCase<UploadDocument, UploadedDocument>
{
    public async Task<Outcome<UploadedDocument>> HandleAsync(UploadDocument input, CancellationToken ct)
    {
        if (input.Requirement.Length > 40 || !input.Requirement.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return Problems.Field("/requirement", "Tulis kode persyaratan dari standar layanan.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        var saved = await files.SaveAsync(secrets.Cipher, input.Content, ct);
        if (!saved.Succeeded) return saved.Problem;
        var file = new UploadedFile
        {
            Sub = input.Sub,
            ContentKey = saved.Value.Name,
            ContentType = saved.Value.Type.MediaType(),
            Size = (int)saved.Value.Length,
            Requirement = input.Requirement,
            UploadedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Files.Add(file);
        await db.SaveChangesAsync(ct);
        return new UploadedDocument(file.Id, file.ContentType, file.Size);
    }
}
