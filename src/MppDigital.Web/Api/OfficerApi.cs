using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Web.Components.Text;

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
            MoveAsync(number, context, callers, JsonBody.ReadOptionalAsync<WorkBody>, (desk, body) => use.HandleAsync(new VerifyApplication(desk, ReportOf(body.Note, body.Checks)), ct), ct));
        desk.MapPost("/applications/{number}/visit", (string number, HttpContext context, Callers callers, IUseCase<VisitApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, JsonBody.ReadAsync<WorkBody>, (desk, body) => use.HandleAsync(new VisitApplication(desk, ReportOf(body.Note, body.Checks)), ct), ct));
        desk.MapPost("/applications/{number}/recommend", (string number, HttpContext context, Callers callers, IUseCase<RecommendApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, JsonBody.ReadOptionalAsync<OpinionBody>, (desk, body) => use.HandleAsync(new RecommendApplication(desk, body.Opinion ?? RecommendApplication.InFavour, ReportOf(body.Note, body.Checks)), ct), ct));
        desk.MapPost("/applications/{number}/approve", (string number, HttpContext context, Callers callers, IUseCase<ApproveApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, JsonBody.ReadOptionalAsync<ApprovalBody>, (desk, body) => use.HandleAsync(new ApproveApplication(desk, body.Reason ?? ""), ct), ct));
        desk.MapPost("/applications/{number}/return", (string number, HttpContext context, Callers callers, IUseCase<ReturnApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, JsonBody.ReadAsync<ReasonBody>, (desk, body) => use.HandleAsync(new ReturnApplication(desk, body.Reason ?? "", Texts(body.Fields)), ct), ct));
        desk.MapPost("/applications/{number}/refuse", (string number, HttpContext context, Callers callers, IUseCase<RefuseApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, JsonBody.ReadAsync<ReasonBody>, (desk, body) => use.HandleAsync(new RefuseApplication(desk, body.Reason ?? ""), ct), ct));
        desk.MapPost("/applications/{number}/assign", (string number, HttpContext context, Callers callers, IUseCase<AssignApplication, OfficerView> use, CancellationToken ct) =>
            MoveAsync(number, context, callers, JsonBody.ReadAsync<AssignBody>, (desk, body) => use.HandleAsync(new AssignApplication(desk, body.Agency ?? "", body.To ?? ""), ct), ct));
        desk.MapGet("/applications/{number}/document", DocumentAsync);
        desk.MapPost("/applications/{number}/document/revoke", RevokeAsync);
        desk.MapPost("/applications/{number}/document/replace", ReplaceAsync);
        desk.MapPost("/applications/together", TogetherAsync);
    }

    internal sealed record DocumentReason(string? Reason);

    internal sealed record RevokeBody(string? Reason, string? Ground);

    internal sealed record ReasonBody(string? Reason, IReadOnlyList<string?>? Fields);

    /// <summary>What is written about a stage; all of it may be left out where the definition asks for nothing.</summary>
    internal sealed record WorkBody
    {
        public string? Note { get; init; }

        /// <summary>Codes of the stage's checklist.</summary>
        public IReadOnlyList<string?>? Checks { get; init; }
    }

    internal sealed record OpinionBody
    {
        /// <summary><c>in-favour</c> (default) or <c>against</c></summary>
        public string? Opinion { get; init; }

        public string? Note { get; init; }

        public IReadOnlyList<string?>? Checks { get; init; }
    }

    internal sealed record ApprovalBody
    {
        /// <summary>Needed where an agency advised against it.</summary>
        public string? Reason { get; init; }
    }

    internal sealed record AssignBody(string? Agency, string? To);

    /// <param name="Files">Each with the version as read.</param>
    internal sealed record TogetherBody(string? Action, IReadOnlyList<TogetherFile?>? Files);

    internal sealed record TogetherFile(string? Number, long? Version);

    /// <param name="Done">False: <paramref name="Code"/> and <paramref name="Detail"/> say why.</param>
    internal sealed record TogetherAnswer(string Number, bool Done, string? Status, long? Version, string? Code, string? Detail);

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

    private static StageReport ReportOf(string? note, IReadOnlyList<string?>? checks) => new(note ?? "", Texts(checks));

    private static List<string> Texts(IReadOnlyList<string?>? given) => [.. (given ?? []).Select(t => t ?? "")];

    private static async Task<IResult> TogetherAsync(HttpContext context, Callers callers, IUseCase<MoveTogether, IReadOnlyList<MovedFile>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var body = await JsonBody.ReadAsync<TogetherBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var files = (body.Value.Files ?? []).Select(f => new SeenFile(f?.Number ?? "", f?.Version ?? 0)).ToList();
        return (await use.HandleAsync(new MoveTogether(staff.Value, body.Value.Action ?? "", files), ct)).ToResult(moved => ApiAnswers.Json(new
        {
            items = moved.Select(m => new TogetherAnswer(m.Number, m.View is not null, m.View?.Application.Status, m.View?.Application.Version, m.Problem?.Code, m.Problem is { } problem ? Language.Pick(problem.Detail, problem.DetailEn) : null)),
        }));
    }

    /// <summary>The caller is looked at before the body: whoever may not work here learns nothing about it.</summary>
    private static Task<IResult> MoveAsync<TBody>(
        string number, HttpContext context, Callers callers, Func<HttpContext, Task<Outcome<TBody>>> read, Func<DeskRequest, TBody, Task<Outcome<OfficerView>>> move, CancellationToken ct) =>
        MoveAsync(
            number, context, callers,
            async desk =>
            {
                var body = await read(context);
                return body.Succeeded ? await move(desk, body.Value) : body.Problem;
            },
            ct);

    private static async Task<IResult> DocumentAsync(string number, HttpContext context, Callers callers, IUseCase<ReadDocumentAtDesk, DocumentLife> read, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? (await read.HandleAsync(new ReadDocumentAtDesk(staff.Value, number), ct)).ToResult(life => ApiAnswers.Versioned(context, life, life.Version)) : staff.Problem.ToResult();
    }

    private static Task<IResult> RevokeAsync(string number, HttpContext context, Callers callers, IUseCase<RevokeDocument, DocumentLife> use, CancellationToken ct) =>
        ChangeDocumentAsync<RevokeBody>(number, context, callers, (desk, body) => use.HandleAsync(new RevokeDocument(desk, body.Reason ?? "", body.Ground), ct), ct);

    private static Task<IResult> ReplaceAsync(string number, HttpContext context, Callers callers, IUseCase<ReplaceDocument, DocumentLife> use, CancellationToken ct) =>
        ChangeDocumentAsync<DocumentReason>(number, context, callers, (desk, body) => use.HandleAsync(new ReplaceDocument(desk, body.Reason ?? ""), ct), ct);

    private static async Task<IResult> ChangeDocumentAsync<TBody>(string number, HttpContext context, Callers callers, Func<DeskRequest, TBody, Task<Outcome<DocumentLife>>> change, CancellationToken ct)
        where TBody : class
    {
        var body = await JsonBody.ReadAsync<TBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded
            ? (await change(new DeskRequest(staff.Value, number, seen.Value.Version), body.Value)).ToResult(life => ApiAnswers.Versioned(context, life, life.Version))
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
