using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>What the owner gave: kind, size and when; not the content.</summary>
public sealed record ReadUpload(string Sub, Guid Id);

/// <param name="UploadedAt">UTC instant.</param>
public sealed record UploadView(string ContentType, long Size, DateTime UploadedAt);

internal sealed class ReadUploadHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<ReadUpload, UploadView>
{
    public async Task<Outcome<UploadView>> HandleAsync(ReadUpload input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await db.Files.AsNoTracking().Where(f => f.Id == input.Id && f.Sub == input.Sub).Select(f => new UploadView(f.ContentType, f.Size, f.UploadedAt)).FirstOrDefaultAsync(ct);
        return file is null ? Problems.UnknownDocument : file;
    }
}
