using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Ministry;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tips;

/// <summary>The first of two people at the ministry asks to open a report, and says why.</summary>
public sealed record AskToOpenTip(MinistryStaff Staff, string Number, string Reason);

/// <summary>The second person opens it. Neither can do it alone.</summary>
public sealed record OpenTip(MinistryStaff Staff, string Number);

/// <summary>One of the two writes to the sender what became of it.</summary>
public sealed record CloseTip(MinistryStaff Staff, string Number, string Outcome);

internal sealed class OpenTipHandler(IDbContextFactory<NationalDbContext> contexts, TipSheets sheets, TimeProvider clock) : IUseCase<AskToOpenTip, TipSheet>, IUseCase<OpenTip, TipSheet>, IUseCase<CloseTip, TipSheet>
{
    private const int LeastText = 10;

    public Task<Outcome<TipSheet>> HandleAsync(AskToOpenTip input, CancellationToken ct) => ChangeAsync(
        input.Staff, input.Number, "tip-opening-asked",
        tip => tip.OpenedAt is not null || tip.ClosedAt is not null ? Problems.IllegalMove
            : !Fits(input.Reason, Tip.LongestReason) ? Problems.Field("/reason", $"Tulis mengapa laporan ini perlu dibuka, {LeastText} sampai {Tip.LongestReason} huruf.") : null,
        (tip, now) => (tip.AskedBy, tip.AskedAt, tip.Reason) = (input.Staff.Sub, now, input.Reason.Trim()), ct);

    public Task<Outcome<TipSheet>> HandleAsync(OpenTip input, CancellationToken ct) => ChangeAsync(
        input.Staff, input.Number, "tip-opened",
        tip => tip.AskedAt is null || tip.OpenedAt is not null || tip.ClosedAt is not null ? Problems.IllegalMove
            : tip.AskedBy == input.Staff.Sub ? Problems.SecondPerson
            : !input.Staff.HasFreshFactor ? StepUp.Required : null,
        (tip, now) => (tip.OpenedBy, tip.OpenedAt) = (input.Staff.Sub, now), ct);

    public Task<Outcome<TipSheet>> HandleAsync(CloseTip input, CancellationToken ct) => ChangeAsync(
        input.Staff, input.Number, "tip-closed",
        tip => tip.OpenedAt is null || tip.ClosedAt is not null ? Problems.IllegalMove
            : !TipRow.MayRead(tip, input.Staff) ? Problems.NotYours
            : !Fits(input.Outcome, Tip.LongestNote) ? Problems.Field("/outcome", $"Tulis untuk pelapor apa hasilnya, {LeastText} sampai {Tip.LongestNote} huruf.") : null,
        (tip, now) => (tip.Outcome, tip.ClosedAt) = (input.Outcome.Trim(), now), ct);

    private static bool Fits(string text, int longest) => text.Trim().Length >= LeastText && text.Trim().Length <= longest && SendTipHandler.IsPlain(text);

    private async Task<Outcome<TipSheet>> ChangeAsync(MinistryStaff staff, string number, string action, Func<Tip, Problem?> refusal, Action<Tip, DateTime> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Tips.SingleOrDefaultAsync(t => t.Number == number, ct) is not { } tip) return Problems.Unknown;
        if (refusal(tip) is { } refused) return refused;
        var now = clock.GetUtcNow().UtcDateTime;
        change(tip, now);
        await AuditTrail.AppendAsync(db, number, action, staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.IllegalMove;
        }

        return await sheets.OfAsync(tip, staff, ct);
    }
}

/// <summary>A report as one person at the ministry may see it.</summary>
/// <param name="Content">Null unless it was opened and this is one of the two.</param>
/// <param name="MayOpen">Somebody else asked, and this person may be the second.</param>
public sealed record TipSheet(TipRow Row, string Reason, TipContent? Content, bool MayOpen, string Outcome)
{
    public override string ToString() => Row.Number;
}

internal sealed class TipSheets(TipSecrets secrets)
{
    public async Task<TipSheet> OfAsync(Tip tip, MinistryStaff staff, CancellationToken ct)
    {
        var content = TipRow.MayRead(tip, staff) ? JsonSerializer.Deserialize<TipContent>((await secrets.OpenAsync(ct)).Decrypt(TipSecrets.Content, tip.Content)) : null;
        return new TipSheet(TipRow.Of(tip), tip.Reason, content, tip is { AskedAt: not null, OpenedAt: null, ClosedAt: null } && tip.AskedBy != staff.Sub, tip.Outcome);
    }
}
