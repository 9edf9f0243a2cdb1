using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>Takes back a document that was issued: by whoever may sign it, with a reason that the holder reads, and a fresh second factor. The national register says so within seconds.</summary>
public sealed record RevokeDocument(DeskRequest Desk, string Reason);

internal sealed class RevokeDocumentHandler(DocumentDesk desk, RegencySecrets secrets) : IUseCase<RevokeDocument, DocumentLife>
{
    public Task<Outcome<DocumentLife>> HandleAsync(RevokeDocument input, CancellationToken ct) =>
        desk.ChangeAsync(input.Desk, input.Reason, "document-revoked", (_, file, now, _) =>
        {
            file.Document.Revoke(input.Desk.Staff.Sub, secrets.SealReason(input.Reason.Trim()), now);
            return Task.CompletedTask;
        }, ct);
}
