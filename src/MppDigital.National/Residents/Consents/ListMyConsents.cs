using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Consents;

/// <summary>All receipts of a person, the newest first.</summary>
public sealed record ListMyConsents(string Sub);

/// <summary>One receipt, for its owner.</summary>
/// <param name="Number">As on the receipt, in small or capital letters.</param>
public sealed record ReadConsent(string Sub, string Number);

internal sealed class ListMyConsentsHandler(IDbContextFactory<NationalDbContext> contexts, ConsentBook book)
    : IUseCase<ListMyConsents, IReadOnlyList<ConsentReceipt>>, IUseCase<ReadConsent, ConsentReceipt>
{
    private const int Most = 500;

    public async Task<Outcome<IReadOnlyList<ConsentReceipt>>> HandleAsync(ListMyConsents input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Consents.AsNoTracking().Where(c => c.Sub == input.Sub).OrderByDescending(c => c.GivenAt).Take(Most).ToListAsync(ct);
        return await book.ReceiptsAsync(db, rows, ct);
    }

    public async Task<Outcome<ConsentReceipt>> HandleAsync(ReadConsent input, CancellationToken ct)
    {
        var number = input.Number.ToUpperInvariant();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number && c.Sub == input.Sub, ct) is { } row ? (await book.ReceiptsAsync(db, [row], ct))[0] : Problems.UnknownConsent;
    }
}
