using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Files;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Keeps a file that a citizen gives: JPEG, PNG or PDF by content, at most 5 MiB, encrypted.</summary>
/// <param name="Requirement">Code of what it proves; may be empty.</param>
/// <param name="IdempotencyKey">The same key keeps the file once, however often it is sent. Null for a form, which shows what it has.</param>
public sealed record UploadDocument(string Sub, Stream Content, string Requirement, string? IdempotencyKey = null);

public sealed record UploadedDocument(Guid Id, string ContentType, long Size);

internal sealed class UploadDocumentHandler(IDbContextFactory<RegencyDbContext> contexts, FileStore files, RegencySecrets secrets, Idempotency idempotency, TimeProvider clock) : IUseCase<UploadDocument, UploadedDocument>
{
    public async Task<Outcome<UploadedDocument>> HandleAsync(UploadDocument input, CancellationToken ct)
    {
        if (input.Requirement.Length > 40 || !input.Requirement.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return Problems.Field("/requirement", "Tulis kode persyaratan dari standar layanan.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        var saved = await files.SaveAsync(secrets.Cipher, input.Content, ct);
        if (!saved.Succeeded) return saved.Problem;
        var now = clock.GetUtcNow().UtcDateTime;
        // The name in the store is the keyed hash of the content.
        return await idempotency.OnceAsync(db, input.Sub, input.IdempotencyKey, Idempotency.HashOf($"document {input.Requirement} {saved.Value.Name}"), now, () =>
        {
            var file = new UploadedFile
            {
                Sub = input.Sub,
                ContentKey = saved.Value.Name,
                ContentType = saved.Value.Type.MediaType(),
                Size = (int)saved.Value.Length,
                Requirement = input.Requirement,
                UploadedAt = now,
            };
            db.Files.Add(file);
            return file;
        }, file => new UploadedDocument(file.Id, file.ContentType, file.Size), ct);
    }
}
