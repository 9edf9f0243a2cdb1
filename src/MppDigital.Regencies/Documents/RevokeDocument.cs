using System.Text.Json;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>Takes back a document that was issued: by whoever may sign it, with a reason that the holder reads, and a fresh second factor. The national register says so within seconds.</summary>
/// <param name="Ground">For what the law granted, and only for that: <c>authority</c>, <c>procedure</c> or <c>substance</c> (UU 30/2014, art. 66). Such a document is annulled, not revoked.</param>
public sealed record RevokeDocument(DeskRequest Desk, string Reason, string? Ground = null);

internal sealed class RevokeDocumentHandler(DocumentDesk desk, RegencySecrets secrets) : IUseCase<RevokeDocument, DocumentLife>
{
    public Task<Outcome<DocumentLife>> HandleAsync(RevokeDocument input, CancellationToken ct)
    {
        var ground = Enum.GetValues<AnnulmentGround>().Where(g => JsonNamingPolicy.CamelCase.ConvertName(g.ToString()) == input.Ground).Select(g => (AnnulmentGround?)g).FirstOrDefault();
        return desk.ChangeAsync(
            input.Desk, input.Reason,
            document => GroundFault(document, input.Ground, ground),
            document => document.Deemed ? "document-annulled" : "document-revoked",
            (_, file, now, _) =>
            {
                file.Document.Revoke(input.Desk.Staff.Sub, ground, secrets.SealReason(input.Reason.Trim()), now);
                file.Order?.Drop();
                file.Unsigned?.Drop();
                return Task.CompletedTask;
            },
            ct, whileOrdered: true);
    }

    private static Problem? GroundFault(IssuedDocument document, string? given, AnnulmentGround? ground) => document.Deemed
        ? ground is null ? Applications.Problems.Field("/ground", "Pilih cacatnya: authority (wewenang), procedure (prosedur), atau substance (substansi).") : null
        : given is not null ? Applications.Problems.Field("/ground", "Cacat hanya disebut untuk dokumen yang terbit karena hukum. Kosongkan.") : null;
}
