using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

/// <summary>Whoever was asked says yes or no.</summary>
public sealed record AnswerMandate(Resident Holder, Guid Id, bool Accept);

internal sealed class AnswerMandateHandler(IDbContextFactory<NationalDbContext> contexts, MandateBook book) : IUseCase<AnswerMandate, MandateView>
{
    public async Task<Outcome<MandateView>> HandleAsync(AnswerMandate input, CancellationToken ct)
    {
        var (today, now, holder) = (book.Today, book.Now, input.Holder);
        var lookup = await book.LookupAsync(holder.Nik, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Mandates.SingleOrDefaultAsync(m => m.Id == input.Id && m.HolderLookup == lookup, ct) is not { } mandate) return Problems.UnknownMandate;
        if (mandate.State != MandateState.Offered || !mandate.IsOpen(today)) return Problems.NotNow;
        await AuditTrail.AppendAsync(db, mandate.Id.ToString("N"), input.Accept ? "mandate-accepted" : "mandate-declined", holder.Sub, "{}", now, ct);
        if (input.Accept)
        {
            var others = await db.Mandates.Where(m => m.HolderSub == holder.Sub && m.Kind == MandateKind.Person && m.State == MandateState.Active && m.Until >= today).Select(m => m.Principal).Distinct().CountAsync(ct);
            if (others >= MandateRules.MostGivers) return Problems.TooManyGivers;
            mandate.Accept(holder.Sub, await book.SealAsync(await book.OpenAsync(mandate, ct) with { Holder = holder.Name }, ct), now);
        }
        else
        {
            mandate.Decline(holder.Sub, now);
        }

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
