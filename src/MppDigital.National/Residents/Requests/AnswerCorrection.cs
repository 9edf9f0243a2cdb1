using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>What waits for one office, the earliest due first; with what was answered lately.</summary>
public sealed record ListOfficeRequests(RegencyCode Office);

/// <summary>One request at its office. The caller writes down who looked.</summary>
public sealed record ReadOfficeRequest(RegencyCode Office, Guid Id);

/// <param name="Request">Without its subject's data in the list.</param>
public sealed record OfficeRequest(DataRequestView Request, string Sub)
{
    /// <summary>Without personal data.</summary>
    public override string ToString() => $"request {Request.Id}";
}

/// <summary>The office corrected what was wrong, or says by which law and why it does not (UU 27/2022 articles 6 and 30).</summary>
/// <param name="By">The <c>sub</c> of the official.</param>
/// <param name="Reason">What was corrected and where, or why not.</param>
/// <param name="Seen">Version that the official saw.</param>
public sealed record AnswerCorrection(RegencyCode Office, string By, Guid Id, bool Granted, string Reason, long? Seen)
{
    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"answer to {Id}";
}

internal sealed class AnswerCorrectionHandler(IDbContextFactory<NationalDbContext> contexts, RequestBook book, IEnumerable<IPersonNotices> notices)
    : IUseCase<ListOfficeRequests, IReadOnlyList<OfficeRequest>>, IUseCase<ReadOfficeRequest, OfficeRequest>, IUseCase<AnswerCorrection, DataRequestView>
{
    private const int Most = 50;
    private const int ShortestReason = 10;

    public async Task<Outcome<IReadOnlyList<OfficeRequest>>> HandleAsync(ListOfficeRequests input, CancellationToken ct)
    {
        var office = input.Office.Value;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var list = new List<OfficeRequest>();
        foreach (var request in await db.DataRequests.AsNoTracking().Where(r => r.Office == office).OrderByDescending(r => r.State == DataRequestState.Asked).ThenBy(r => r.DueAt).ThenBy(r => r.Id).Take(Most).ToListAsync(ct))
            list.Add(new OfficeRequest(await book.ViewAsync(request, ct) with { Wrong = "", Right = "", Why = "", Reason = "" }, request.Sub));
        return list;
    }

    public async Task<Outcome<OfficeRequest>> HandleAsync(ReadOfficeRequest input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await FindAsync(db.DataRequests.AsNoTracking(), input.Office, input.Id, ct) is { } request ? new OfficeRequest(await book.ViewAsync(request, ct), request.Sub) : Problems.UnknownRequest;
    }

    public async Task<Outcome<DataRequestView>> HandleAsync(AnswerCorrection input, CancellationToken ct)
    {
        var reason = input.Reason.Trim();
        if (!DataRequestRules.IsText(reason, ShortestReason))
            return Problems.Field("/reason", $"Tulis apa yang sudah diperbaiki, atau alasan dan pasalnya, {ShortestReason} sampai {DataRequestRules.LongestText} huruf.", $"Write what was corrected, or why not and by which article, {ShortestReason} to {DataRequestRules.LongestText} letters.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await FindAsync(db.DataRequests, input.Office, input.Id, ct) is not { } request) return Problems.UnknownRequest;
        if (input.Seen is null) return Problems.VersionNeeded;
        if (input.Seen != request.Version) return Problems.Stale(await book.ViewAsync(request, ct));
        if (request.State != DataRequestState.Asked) return Problems.Answered;
        var (now, answer) = (book.Now, await book.SealAsync(new DataAnswer(reason, [], []), ct));
        if (input.Granted) request.Grant(input.By, answer, now);
        else request.Refuse(input.By, answer, now);
        await AuditTrail.AppendAsync(db, request.Id.ToString("N"), input.Granted ? "correction-granted" : "correction-refused", input.By, $$"""{"office":"{{input.Office.Value}}","late":{{(now > request.DueAt ? "true" : "false")}}}""", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.Answered;
        }

        foreach (var notice in notices) await notice.TellAsync(request.Sub, "RequestAnswered", ct);
        return await book.ViewAsync(request, ct);
    }

    private static Task<DataRequest?> FindAsync(IQueryable<DataRequest> requests, RegencyCode office, Guid id, CancellationToken ct)
    {
        var code = office.Value;
        return requests.SingleOrDefaultAsync(r => r.Id == id && r.Office == code && r.Kind == DataRequestKind.Correction, ct);
    }
}
