using Microsoft.EntityFrameworkCore;
using MppDigital.National.Ministry;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tips;

/// <summary>Reports that are not closed, the oldest first; sealed as they are.</summary>
public sealed record ListTips(MinistryStaff Staff);

/// <summary>One report, with its words for the two who opened it.</summary>
public sealed record ReadTip(MinistryStaff Staff, string Number);

public sealed record TipRow(string Number, RegencyCode Regency, string State, DateTime ReceivedAt)
{
    internal static TipRow Of(Tip tip) => new(tip.Number, RegencyCode.Parse(tip.RegencyCode), StateOf(tip), tip.ReceivedAt);

    internal static string StateOf(Tip tip) => tip.ClosedAt is not null ? "closed" : tip.OpenedAt is not null ? "opened" : tip.AskedAt is not null ? "asked" : "sealed";

    internal static bool MayRead(Tip tip, MinistryStaff staff) => tip.OpenedAt is not null && (tip.AskedBy == staff.Sub || tip.OpenedBy == staff.Sub);
}

internal sealed class ListTipsHandler(IDbContextFactory<NationalDbContext> contexts, TipSheets sheets) : IUseCase<ListTips, IReadOnlyList<TipRow>>, IUseCase<ReadTip, TipSheet>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<TipRow>>> HandleAsync(ListTips input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Tips.AsNoTracking().Where(t => t.ClosedAt == null).OrderBy(t => t.ReceivedAt).ThenBy(t => t.Number).Take(Most).ToListAsync(ct)).ConvertAll(TipRow.Of);
    }

    public async Task<Outcome<TipSheet>> HandleAsync(ReadTip input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Tips.AsNoTracking().SingleOrDefaultAsync(t => t.Number == input.Number, ct) is { } tip ? await sheets.OfAsync(tip, input.Staff, ct) : Problems.Unknown;
    }
}
