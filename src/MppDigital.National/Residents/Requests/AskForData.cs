using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>A person asks about their own data: a copy, a correction, an erasure. Recorded, with the hour by which it is answered (UU 27/2022 article 14).</summary>
/// <param name="Subject">For a correction: the number of the application whose office has to answer.</param>
/// <param name="Wrong">For a correction: what is wrong.</param>
/// <param name="Right">For a correction: what it should be.</param>
/// <param name="Reason">Why, and what proves it.</param>
public sealed record AskForData(string Sub, DataRequestKind Kind, string Subject = "", string Wrong = "", string Right = "", string Reason = "")
{
    /// <summary>Of the call: sent again, it asks no second time. Null for a form, which shows what there is.</summary>
    public string? Key { get; init; }

    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"{Kind} by {Sub}";
}

internal sealed class AskForDataHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, RequestBook book, IJobEngine? jobs = null) : IUseCase<AskForData, DataRequestView>
{
    private const int Shortest = 3;

    public async Task<Outcome<DataRequestView>> HandleAsync(AskForData input, CancellationToken ct)
    {
        var correction = input.Kind == DataRequestKind.Correction;
        if (correction && Faults(input) is { Count: > 0 } faults) return Problems.Fields(faults);
        var subject = correction ? input.Subject.Trim() : "";
        var office = correction ? directory.Find(RegencyCode.Parse(subject[..4]))!.Code.Value : "";
        var now = book.Now;
        var id = RepeatedCalls.IdOf(input.Sub, "data-request", input.Key);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DataRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } sent) return sent.Kind == input.Kind && sent.Subject == subject ? await book.ViewAsync(sent, ct) : RepeatedCalls.KeyReused;

        var text = await book.SealAsync(new DataRequestText(input.Wrong.Trim(), input.Right.Trim(), input.Reason.Trim()), ct);
        var request = DataRequest.Ask(id, input.Sub, input.Kind, office, subject, text, now);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // First, because it makes writers stand in line: what is counted next cannot change under us.
        await AuditTrail.AppendAsync(db, id.ToString("N"), "data-request-made", input.Sub, $$"""{"kind":"{{input.Kind}}","office":"{{office}}"}""", now, ct);
        if (await db.DataRequests.AnyAsync(r => r.Sub == input.Sub && r.Kind == input.Kind && r.Subject == subject && r.State == DataRequestState.Asked, ct)) return Problems.OneAtATime;
        if (input.Kind == DataRequestKind.Copy)
        {
            var day = now.AddDays(-1);
            var recent = await db.DataRequests.Where(r => r.Sub == input.Sub && r.Kind == DataRequestKind.Copy && r.AskedAt > day).OrderBy(r => r.AskedAt).Select(r => r.AskedAt).ToListAsync(ct);
            if (recent.Count >= DataRequestRules.MostCopiesADay) return Problems.TooManyCopies(recent[0].AddDays(1) - now);
        }

        db.DataRequests.Add(request);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        // Only so that nobody waits for the minute: what is asked stands in the table, and the round of every minute finds it.
        if (!correction && jobs is not null) await jobs.EnqueueAsync(WorkDataRequests.Job, TimeSpan.Zero, ct);
        return await book.ViewAsync(request, ct);
    }

    private Dictionary<string, string[]> Faults(AskForData input)
    {
        var errors = new Dictionary<string, string[]>();
        var subject = input.Subject.Trim();
        if (subject.Length is < 6 or > 20 || !subject.All(c => char.IsAsciiDigit(c) || c == '-') || !RegencyCode.TryParse(subject[..4], out var code) || directory.Find(code) is null)
            Add("/subject", "Tulis nomor permohonan dari tanda terima, misalnya 1375-26-000123.", "Write the application number from the receipt, for example 1375-26-000123.");
        if (!IsText(input.Wrong)) Add("/wrong", $"Tulis apa yang keliru, {Shortest} sampai {DataRequestRules.LongestText} huruf.", $"Write what is wrong, {Shortest} to {DataRequestRules.LongestText} letters.");
        if (!IsText(input.Right)) Add("/right", $"Tulis yang seharusnya, {Shortest} sampai {DataRequestRules.LongestText} huruf.", $"Write what it should be, {Shortest} to {DataRequestRules.LongestText} letters.");
        if (!IsText(input.Reason)) Add("/reason", $"Tulis alasan dan buktinya, {Shortest} sampai {DataRequestRules.LongestText} huruf.", $"Write why, and what proves it, {Shortest} to {DataRequestRules.LongestText} letters.");
        return errors;

        void Add(string pointer, string text, string english) => errors[pointer] = [Languages.IsEnglish ? english : text];
    }

    private static bool IsText(string text) => DataRequestRules.IsText(text, Shortest);
}
