using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;

namespace MppDigital.Web.Api;

/// <summary>The work of officers, one call for one move.</summary>
internal static class OfficerApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var desk = api.MapGroup("/officer").RequireAuthorization(ApiPolicies.Staff).WithTags("Petugas");
        desk.MapGet("/inbox", InboxAsync);
        desk.MapGet("/applications/{number}", ReviewAsync);
        desk.MapGet("/applications/{number}/files/{file:guid}", FileAsync);
        desk.MapPost("/applications/{number}/complete", (string number, HttpContext context, Callers callers, IUseCase<CompleteApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, desk => use.HandleAsync(new CompleteApplication(desk), ct), ct));
        desk.MapPost("/applications/{number}/claim", (string number, HttpContext context, Callers callers, IUseCase<ClaimApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, desk => use.HandleAsync(new ClaimApplication(desk), ct), ct));
        desk.MapPost("/applications/{number}/verify", (string number, HttpContext context, Callers callers, IUseCase<VerifyApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, desk => use.HandleAsync(new VerifyApplication(desk), ct), ct));
        desk.MapPost("/applications/{number}/recommend", (string number, HttpContext context, Callers callers, IUseCase<RecommendApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, desk => use.HandleAsync(new RecommendApplication(desk), ct), ct));
        desk.MapPost("/applications/{number}/approve", (string number, HttpContext context, Callers callers, IUseCase<ApproveApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, desk => use.HandleAsync(new ApproveApplication(desk), ct), ct));
        desk.MapPost("/applications/{number}/return", ReturnAsync);
        desk.MapGet("/applications/{number}/document", DocumentAsync);
        desk.MapPost("/applications/{number}/document/revoke", RevokeAsync);
        desk.MapPost("/applications/{number}/document/replace", ReplaceAsync);
        desk.MapPost("/applications/{number}/refuse", RefuseAsync);
    }

    internal sealed record DocumentReason(string? Reason);

    internal sealed record ReasonBody(string? Reason, IReadOnlyList<string?>? Fields);

    private static async Task<IResult> InboxAsync(HttpContext context, Callers callers, IUseCase<ReadInbox, Page<InboxRow>> read, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded
            ? (await read.HandleAsync(new ReadInbox(staff.Value, context.Request.Query["status"], context.Request.Query["q"], paging.Value.Limit, paging.Value.After), ct)).ToResult(page => ApiAnswers.Json(page))
            : staff.Problem.ToResult();
    }

    private static async Task<IResult> ReviewAsync(string number, HttpContext context, Callers callers, IUseCase<ReviewApplication, OfficerView> review, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded
            ? (await review.HandleAsync(new ReviewApplication(staff.Value, number), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Application.Version))
            : staff.Problem.ToResult();
    }

    private static async Task<IResult> FileAsync(string number, Guid file, HttpContext context, Callers callers, IUseCase<ReadApplicantFile, ApplicantFile> read, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded
            ? (await read.HandleAsync(new ReadApplicantFile(staff.Value, number, file), ct)).ToResult(content => Results.File(content.Content, content.ContentType))
            : staff.Problem.ToResult();
    }

    private static async Task<IResult> ReturnAsync(string number, HttpContext context, Callers callers, IUseCase<ReturnApplication, OfficerView> use, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<ReasonBody>(context);
        return body.Succeeded
            ? await MoveAsync(number, context, callers, desk => use.HandleAsync(new ReturnApplication(desk, body.Value.Reason ?? "", [.. (body.Value.Fields ?? []).Select(f => f ?? "")]), ct), ct)
            : body.Problem.ToResult();
    }

    private static async Task<IResult> RefuseAsync(string number, HttpContext context, Callers callers, IUseCase<RefuseApplication, OfficerView> use, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<ReasonBody>(context);
        return body.Succeeded
            ? await MoveAsync(number, context, callers, desk => use.HandleAsync(new RefuseApplication(desk, body.Value.Reason ?? ""), ct), ct)
            : body.Problem.ToResult();
    }

    private static async Task<IResult> DocumentAsync(string number, HttpContext context, Callers callers, IUseCase<ReadDocumentAtDesk, DocumentLife> read, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? (await read.HandleAsync(new ReadDocumentAtDesk(staff.Value, number), ct)).ToResult(life => ApiAnswers.Versioned(context, life, life.Version)) : staff.Problem.ToResult();
    }

    private static Task<IResult> RevokeAsync(string number, HttpContext context, Callers callers, IUseCase<RevokeDocument, DocumentLife> use, CancellationToken ct) =>
        ChangeDocumentAsync(number, context, callers, (desk, reason) => use.HandleAsync(new RevokeDocument(desk, reason), ct), ct);

    private static Task<IResult> ReplaceAsync(string number, HttpContext context, Callers callers, IUseCase<ReplaceDocument, DocumentLife> use, CancellationToken ct) =>
        ChangeDocumentAsync(number, context, callers, (desk, reason) => use.HandleAsync(new ReplaceDocument(desk, reason), ct), ct);

    private static async Task<IResult> ChangeDocumentAsync(string number, HttpContext context, Callers callers, Func<DeskRequest, string, Task<Outcome<DocumentLife>>> change, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<DocumentReason>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded
            ? (await change(new DeskRequest(staff.Value, number, seen.Value.Version), body.Value.Reason ?? "")).ToResult(life => ApiAnswers.Versioned(context, life, life.Version))
            : staff.Problem.ToResult();
    }

    private static async Task<IResult> MoveAsync(string number, HttpContext context, Callers callers, Func<DeskRequest, Task<Outcome<OfficerView>>> move, CancellationToken ct)
    {
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded
            ? (await move(new DeskRequest(staff.Value, number, seen.Value.Version))).ToResult(view => ApiAnswers.Versioned(context, view, view.Application.Version))
            : staff.Problem.ToResult();
    }
}
