using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Verification;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>Tells the national register that a document was revoked; at least once, and a repeat changes nothing.</summary>
internal sealed class RevokeAtRegister(IDbContextFactory<RegencyDbContext> contexts, IUseCase<RevokeIssuedDocument, Done> revoke, CurrentRegency current) : IOutboxHandler
{
    public const string Kind = "revoke-document";

    string IOutboxHandler.Kind => Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<RegisterDocument.Payload>(payload)!.Document;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var number = await db.IssuedDocuments.Where(d => d.Id == id).Select(d => d.Number).SingleAsync(ct);
        var told = await revoke.HandleAsync(new RevokeIssuedDocument(current.Value.Code, number), ct);
        // Revoked before it was registered: the register learns of it first and this is tried again.
        if (!told.Succeeded) throw new InvalidOperationException($"The register refused to revoke {number}: {told.Problem.Code}");
    }
}
