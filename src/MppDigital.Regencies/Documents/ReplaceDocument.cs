using MppDigital.Platform.Events;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Figures;

namespace MppDigital.Regencies.Documents;

/// <summary>Issues a document anew under a number and a code of its own; the old one says in the national register by which it was replaced.</summary>
/// <param name="Reason">Why: a name that was written wrongly, a damaged file. Kept in the chain of events as a fact, read by the holder.</param>
public sealed record ReplaceDocument(DeskRequest Desk, string Reason);

internal sealed class ReplaceDocumentHandler(DocumentDesk desk, DocumentIssuer issuer) : IUseCase<ReplaceDocument, DocumentLife>
{
    public Task<Outcome<DocumentLife>> HandleAsync(ReplaceDocument input, CancellationToken ct) =>
        desk.ChangeAsync(input.Desk, input.Reason, _ => null, _ => "document-replaced", async (db, file, now, token) =>
        {
            if (file.Service.Product.IssuedBy is not null)
            {
                // The old one holds until the new one is here: nobody is without a paper because a register is away.
                DocumentIssuer.Order(db, file.Application, DocumentDesk.SignatureOf(input.Desk.Staff), file.Document.Issue + 1, now);
                await RaiseFigures.ByAsync(db, 0, 0, 0, 0, token);
                db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
                return;
            }

            if (issuer.WaitsForSigner && !file.Application.Deemed)
            {
                await issuer.OrderSignatureAsync(db, file.Application, file.Service, DocumentDesk.SignatureOf(input.Desk.Staff), file.Document.Issue + 1, now, file.Document.ValidUntil, token);
                return;
            }

            file.Document.Replace(now);
            await issuer.ReplaceAsync(db, file.Application, file.Service, DocumentDesk.SignatureOf(input.Desk.Staff), file.Document, now, token);
        }, ct);
}
