using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;

namespace MppDigital.Regencies.Documents;

/// <summary>Issues a document anew under a number and a code of its own; the old one says in the national register by which it was replaced.</summary>
/// <param name="Reason">Why: a name that was written wrongly, a damaged file. Kept in the chain of events as a fact, read by the holder.</param>
public sealed record ReplaceDocument(DeskRequest Desk, string Reason);

internal sealed class ReplaceDocumentHandler(DocumentDesk desk, DocumentIssuer issuer) : IUseCase<ReplaceDocument, DocumentLife>
{
    public Task<Outcome<DocumentLife>> HandleAsync(ReplaceDocument input, CancellationToken ct) =>
        desk.ChangeAsync(input.Desk, input.Reason, _ => null, _ => "document-replaced", async (db, file, now, token) =>
        {
            file.Document.Replace(now);
            await issuer.ReplaceAsync(db, file.Application, file.Service, DocumentDesk.SignatureOf(input.Desk.Staff), file.Document, now, token);
        }, ct);
}
