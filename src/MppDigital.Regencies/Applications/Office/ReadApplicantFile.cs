using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Looks;
using MppDigital.Platform.Events;
using MppDigital.Platform.Files;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Opens one of the files that came with an application; a look that is written down.</summary>
public sealed record ReadApplicantFile(StaffMember Staff, string Number, Guid File);

public sealed record ApplicantFile(byte[] Content, string ContentType);

internal sealed class ReadApplicantFileHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, FileStore files, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<ReadApplicantFile, ApplicantFile>
{
    public async Task<Outcome<ApplicantFile>> HandleAsync(ReadApplicantFile input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Applications.AsNoTracking().Where(a => a.Number == input.Number).Select(a => new { a.Id, a.Sub, a.Service, a.CatalogVersion }).SingleOrDefaultAsync(ct);
        if (found is null) return Problems.UnknownApplication;
        var service = catalog.Find(found.Service, found.CatalogVersion)!.Definition;
        if (!Enum.GetValues<Move>().Any(m => ApplicationMoves.MayDo(input.Staff, m, service))) return Problems.WrongRole;
        if (!await db.Evidence.AnyAsync(e => e.ApplicationId == found.Id && e.FileId == input.File, ct)) return Problems.UnknownDocument;
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == input.File, ct);
        AccessBook.Note(db, new AccessRow { At = clock.GetUtcNow().UtcDateTime, Actor = input.Staff.Sub, Sub = found.Sub, Application = input.Number, Service = found.Service, Purpose = LookPurposes.OpenFile, Fields = file.Requirement });
        await db.SaveChangesAsync(ct);
        signal.Raise(current.Value.Code);
        return new ApplicantFile(await files.ReadAsync(secrets.Cipher, file.ContentKey, ct), file.ContentType);
    }
}
