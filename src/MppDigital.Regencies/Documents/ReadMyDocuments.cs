using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>Every issue of a document, the newest first, for its owner.</summary>
public sealed record ReadMyDocuments(string Sub, string Number);

/// <summary>The newest issue, with the version that a change must name, for whoever may sign it.</summary>
public sealed record ReadDocumentAtDesk(StaffMember Staff, string Number);

internal sealed class ReadMyDocumentsHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, IServiceCatalog catalog, DocumentDesk desk)
    : IUseCase<ReadMyDocuments, Page<DocumentLife>>, IUseCase<ReadDocumentAtDesk, DocumentLife>
{
    public async Task<Outcome<Page<DocumentLife>>> HandleAsync(ReadMyDocuments input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application || application.Sub != input.Sub) return Applications.Problems.UnknownApplication;
        return new Page<DocumentLife>(await AllAsync(application.Id, ct), null);
    }

    public async Task<Outcome<DocumentLife>> HandleAsync(ReadDocumentAtDesk input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application) return Applications.Problems.UnknownApplication;
        if (!ApplicationMoves.MayDo(input.Staff, Move.Approve, catalog.Find(application.Service, application.CatalogVersion)!.Definition)) return Applications.Problems.WrongRole;
        return await AllAsync(application.Id, ct) is [var newest, ..] ? newest : Applications.Problems.UnknownDocument;
    }

    private async Task<IReadOnlyList<DocumentLife>> AllAsync(Guid application, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await desk.AllAsync(db, application, ct);
    }
}
