using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

/// <summary>Every mandate of a person, on either side.</summary>
public sealed record ListMandates(Resident Person);

/// <param name="Given">To others, the newest first.</param>
/// <param name="Held">To act for others, children included.</param>
/// <param name="Offered">To this person, waiting for an answer.</param>
public sealed record MyMandates(IReadOnlyList<MandateView> Given, IReadOnlyList<MandateView> Held, IReadOnlyList<MandateView> Offered);

internal sealed class ListMandatesHandler(IDbContextFactory<NationalDbContext> contexts, MandateBook book) : IUseCase<ListMandates, MyMandates>
{
    private const int Most = 100;

    public async Task<Outcome<MyMandates>> HandleAsync(ListMandates input, CancellationToken ct)
    {
        var (sub, today) = (input.Person.Sub, book.Today);
        var lookup = await book.LookupAsync(input.Person.Nik, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = await db.Mandates.AsNoTracking()
            .Where(m => m.Principal == sub || m.HolderSub == sub || (m.HolderLookup == lookup && m.State == MandateState.Offered && m.Until >= today))
            .OrderByDescending(m => m.OfferedAt).ThenBy(m => m.Id).Take(Most).ToListAsync(ct);
        return new MyMandates(
            await book.ViewsAsync(db, [.. all.Where(m => m.Principal == sub)], ct),
            await book.ViewsAsync(db, [.. all.Where(m => m.Principal != sub && m.HolderSub == sub && m.State != MandateState.Declined)], ct),
            await book.ViewsAsync(db, [.. all.Where(m => m.Principal != sub && m.State == MandateState.Offered)], ct));
    }
}
