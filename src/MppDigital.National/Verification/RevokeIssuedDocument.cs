using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Verification;

/// <summary>A regency revokes a document that it issued. Only its own; a repeat changes nothing.</summary>
public sealed record RevokeIssuedDocument(RegencyCode Regency, string DocumentNumber);

internal sealed class RevokeIssuedDocumentHandler(IDbContextFactory<NationalDbContext> contexts, TimeProvider clock) : IUseCase<RevokeIssuedDocument, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RevokeIssuedDocument input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var code4 = input.Regency.Code4;
        if (await db.IssuedDocuments.SingleOrDefaultAsync(d => d.Code4 == code4 && d.DocumentNumber == input.DocumentNumber, ct) is not { } document) return Problems.UnknownDocument;
        document.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
