using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>What this person has still to sign, the oldest first: what they decided, and what somebody decided who has left.</summary>
public sealed record ReadDocumentsToSign(StaffMember Staff);

/// <summary>Everybody's certificates, for the admin.</summary>
public sealed record ListSigners(StaffMember Staff);

/// <param name="Certificate">Null until its holder has recorded it.</param>
public sealed record DocumentsToSign(SignerView? Certificate, IReadOnlyList<QueuedDocument> Items, int Waiting);

/// <param name="Number">Of the document.</param>
/// <param name="Application">Its number.</param>
/// <param name="State">Always <c>awaiting-signature</c>.</param>
/// <param name="Since">The decision.</param>
/// <param name="Attempts">How often it was sent and came back unsigned.</param>
/// <param name="LastFailure">Why, in a word; empty before the first.</param>
public sealed record QueuedDocument(Guid Id, string Number, string Application, string ServiceName, string State, DateTimeOffset Since, int Attempts, string LastFailure);

internal sealed class ReadDocumentsToSignHandler(IDbContextFactory<RegencyDbContext> contexts, SigningQueue queue, IServiceCatalog catalog, CurrentRegency current, TimeProvider clock)
    : IUseCase<ReadDocumentsToSign, DocumentsToSign>, IUseCase<ListSigners, IReadOnlyList<SignerView>>
{
    private const int Shown = 50;
    private const int Most = 1000;
    private const int MostSigners = 200;

    public async Task<Outcome<DocumentsToSign>> HandleAsync(ReadDocumentsToSign input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sub = input.Staff.Sub;
        var certificate = await db.SignerCertificates.AsNoTracking().SingleOrDefaultAsync(c => c.Sub == sub, ct);
        var mine = await queue.ReadAsync(db, input.Staff, null, Most, ct);
        var shown = mine.Take(Shown).ToList();
        var ids = shown.Select(o => o.ApplicationId).ToList();
        var files = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Service, a.CatalogVersion }).ToDictionaryAsync(a => a.Id, ct);
        return new DocumentsToSign(
            certificate is null ? null : SignerView.Of(certificate, current.Value, clock.GetUtcNow().UtcDateTime),
            [.. shown.Select(order => (order, file: files[order.ApplicationId])).Select(r => new QueuedDocument(
                r.order.Id, r.order.Number, r.file.Number, catalog.Find(r.file.Service, r.file.CatalogVersion)!.Definition.NameId, "awaiting-signature", current.Value.At(r.order.OrderedAt), r.order.Attempts, r.order.LastFailure))],
            mine.Count);
    }

    public async Task<Outcome<IReadOnlyList<SignerView>>> HandleAsync(ListSigners input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Applications.Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return (await db.SignerCertificates.AsNoTracking().OrderBy(c => c.NotAfter).Take(MostSigners).ToListAsync(ct)).ConvertAll(c => SignerView.Of(c, current.Value, now));
    }
}
