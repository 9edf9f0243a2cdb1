using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

/// <summary>Either of the two ends it, at any time and without a reason. Nothing is filed or changed under it from then on.</summary>
public sealed record RevokeMandate(string Sub, Guid Id);

internal sealed class RevokeMandateHandler(IDbContextFactory<NationalDbContext> contexts, MandateBook book) : IUseCase<RevokeMandate, MandateView>
{
    public async Task<Outcome<MandateView>> HandleAsync(RevokeMandate input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Mandates.SingleOrDefaultAsync(m => m.Id == input.Id && (m.Principal == input.Sub || m.HolderSub == input.Sub), ct) is not { } mandate) return Problems.UnknownMandate;
        // Pressed twice: it has ended, which is what was wanted.
        if (mandate.State is not (MandateState.Offered or MandateState.Active)) return await book.ViewAsync(db, mandate, ct);
        mandate.Revoke(input.Sub, book.Now);
        await AuditTrail.AppendAsync(db, mandate.Id.ToString("N"), "mandate-revoked", input.Sub, "{}", book.Now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.NotNow;
        }

        return await book.ViewAsync(db, mandate, ct);
    }
}
