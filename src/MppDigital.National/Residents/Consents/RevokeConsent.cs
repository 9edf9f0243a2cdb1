using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Consents;

/// <summary>Ends a consent at once: the next read under it is refused. What was handed over with an application stays there and is told.</summary>
public sealed record RevokeConsent(string Sub, Guid Id);

internal sealed class RevokeConsentHandler(IDbContextFactory<NationalDbContext> contexts, ConsentBook book, TimeProvider clock) : IUseCase<RevokeConsent, ConsentReceipt>
{
    public async Task<Outcome<ConsentReceipt>> HandleAsync(RevokeConsent input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Consents.SingleOrDefaultAsync(c => c.Id == input.Id && c.Sub == input.Sub, ct) is not { } row) return Problems.UnknownConsent;
        row.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return (await book.ReceiptsAsync(db, [row], ct))[0];
    }
}
