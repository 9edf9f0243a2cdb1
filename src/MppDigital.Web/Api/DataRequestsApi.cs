using MppDigital.National.Residents.Requests;
using MppDigital.Platform.UseCases;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.Api;

/// <summary>What a person asks about their own data: a copy, a correction, an erasure; on the national host.</summary>
internal static class DataRequestsApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me").RequireAuthorization(ApiPolicies.Citizen).WithTags("Data saya");
        mine.MapGet("/export", NewestAsync).Produces<DataRequestView>();
        mine.MapPost("/export", CopyAsync).Produces<DataRequestView>(202);
        mine.MapGet("/export/{id:guid}", FetchAsync).Produces(200, contentType: "application/zip");
        mine.MapGet("/requests", ListAsync);
        mine.MapGet("/requests/{id:guid}", ReadAsync).Produces<DataRequestView>();
        mine.MapPost("/requests", AskAsync).Accepts<RequestBody>(Json).Produces<DataRequestView>(202);
    }

    /// <param name="Kind"><c>correction</c> or <c>erasure</c>; a copy is asked for at <c>me/export</c>.</param>
    /// <param name="Subject">For a correction: the application's number.</param>
    internal sealed record RequestBody(string? Kind, string? Subject = null, string? Wrong = null, string? Right = null, string? Reason = null);

    /// <summary>The newest copy that was asked for, ready or not.</summary>
    private static async Task<IResult> NewestAsync(HttpContext context, IUseCase<ListDataRequests, IReadOnlyList<DataRequestView>> list, CancellationToken ct) =>
        (await list.HandleAsync(new ListDataRequests(Callers.SubOf(context)), ct)).ToResult(all => all.FirstOrDefault(r => r.Kind == "copy") is { } copy ? ApiAnswers.Versioned(context, copy, copy.Version) : NoCopy.ToResult());

    private static async Task<IResult> CopyAsync(HttpContext context, IUseCase<AskForData, DataRequestView> ask, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        return key.Succeeded ? Accepted(context, await ask.HandleAsync(new AskForData(Callers.SubOf(context), DataRequestKind.Copy) { Key = key.Value }, ct)) : key.Problem.ToResult();
    }

    private static async Task<IResult> FetchAsync(Guid id, HttpContext context, IUseCase<FetchCopy, FetchedCopy> fetch, StepUpRule stepUp, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await fetch.HandleAsync(new FetchCopy(Callers.SubOf(context), id, stepUp.IsMetBy(context.User)), ct)).ToResult(copy => Results.File(copy.Content, "application/zip", copy.FileName));
    }

    private static async Task<IResult> ListAsync(HttpContext context, IUseCase<ListDataRequests, IReadOnlyList<DataRequestView>> list, CancellationToken ct) =>
        (await list.HandleAsync(new ListDataRequests(Callers.SubOf(context)), ct)).ToResult(all => ApiAnswers.Json(new { items = all, next = (string?)null }));

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, IUseCase<ReadDataRequest, DataRequestView> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadDataRequest(Callers.SubOf(context), id), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version));

    private static async Task<IResult> AskAsync(HttpContext context, IUseCase<AskForData, DataRequestView> ask, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<RequestBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        DataRequestKind? kind = body.Value.Kind switch { "correction" => DataRequestKind.Correction, "erasure" => DataRequestKind.Erasure, _ => null };
        if (kind is not { } asked) return RequestParts.Wrong("/kind", "Tulis correction atau erasure. Salinan diminta di me/export.").ToResult();
        var (subject, wrong, right, reason) = (body.Value.Subject ?? "", body.Value.Wrong ?? "", body.Value.Right ?? "", body.Value.Reason ?? "");
        return Accepted(context, await ask.HandleAsync(new AskForData(Callers.SubOf(context), asked, subject, wrong, right, reason) { Key = key.Value }, ct));
    }

    private static IResult Accepted(HttpContext context, Outcome<DataRequestView> asked) => asked.ToResult(view =>
    {
        context.Response.Headers.Location = $"/api/v1/me/requests/{view.Id}";
        return ApiAnswers.Json(view, 202);
    });

    private static readonly Problem NoCopy = new(ProblemKind.NotFound, "no-copy", "Belum ada salinan. Minta dahulu dengan POST me/export.") { DetailEn = "There is no copy yet. Ask for one with POST me/export." };
}
