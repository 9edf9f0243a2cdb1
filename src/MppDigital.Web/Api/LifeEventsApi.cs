using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.LifeEvents;

namespace MppDigital.Web.Api;

/// <summary>Services that a life event needs, filed together under one number.</summary>
internal static class LifeEventsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var open = api.MapGroup("/life-events").AllowAnonymous().WithTags("Peristiwa hidup");
        open.MapGet("", ListAsync);
        open.MapGet("/{code}", ReadAsync).Produces<LifeEventDetail>();
        var own = api.MapGroup("/life-events").RequireAuthorization(ApiPolicies.Citizen).WithTags("Peristiwa hidup");
        own.MapPost("/{code}/applications", SubmitAsync).Accepts<FilingBody>("application/json").Produces<LifeEventReceipt>(201);
        own.MapGet("/applications/{filing}", ReadFilingAsync).Produces<LifeEventView>();
        own.MapPost("/applications/{filing}/withdraw", WithdrawAsync).Produces<LifeEventView>();
    }

    internal sealed record FilingBody(JsonElement Data, IReadOnlyList<ApplicationsApi.DocumentBody>? Documents);

    /// <param name="Schema">Of the common form; <c>documents</c> name its requirements.</param>
    internal sealed record LifeEventDetail(LifeEventOffer Offer, JsonObject Schema, IReadOnlyList<RequirementLine> Requirements);

    internal sealed record RequirementLine(string Code, string Name, bool Mandatory, bool UploadNeeded);

    private static async Task<IResult> ListAsync(IUseCase<ListLifeEvents, Page<LifeEventOffer>> list, CancellationToken ct) =>
        (await list.HandleAsync(new ListLifeEvents(), ct)).ToResult(page => ApiAnswers.Json(page));

    private static async Task<IResult> ReadAsync(string code, HttpContext context, Callers callers, IUseCase<ReadLifeEvent, LifeEventSheet> read, IUseCase<PrepareLifeEvent, PreparedLifeEvent> prepare, CancellationToken ct)
    {
        var sheet = await read.HandleAsync(new ReadLifeEvent(code), ct);
        if (!sheet.Succeeded) return sheet.Problem.ToResult();
        // With a person the schema tells which answers are already held.
        var held = await callers.FindApplicantAsync(context, ct) is { } applicant && await prepare.HandleAsync(new PrepareLifeEvent(applicant, code, default), ct) is { Succeeded: true, Value: var form } ? form.Form.Held : HeldFacts.None;
        return ApiAnswers.Json(new LifeEventDetail(sheet.Value.Offer, FormSchema.For(sheet.Value.Form, held), [.. sheet.Value.Form.Requirements.Select(r => new RequirementLine(r.Code, r.NameId, r.Mandatory, r.UploadNeeded))]));
    }

    private static async Task<IResult> SubmitAsync(string code, HttpContext context, Callers callers, IUseCase<SubmitLifeEvent, LifeEventReceipt> submit, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<FilingBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var documents = ApplicationsApi.Documents(body.Value.Documents);
        if (!documents.Succeeded) return documents.Problem.ToResult();
        var applicant = await callers.ApplicantAsync(context, ct);
        if (!applicant.Succeeded) return applicant.Problem.ToResult();
        return (await submit.HandleAsync(new SubmitLifeEvent(applicant.Value, key.Value, code, ApplicationsApi.Object(body.Value.Data), documents.Value, null), ct)).ToResult(receipt =>
        {
            context.Response.Headers.Location = $"/api/v1/life-events/applications/{receipt.Number}";
            return ApiAnswers.Json(receipt, 201);
        });
    }

    private static async Task<IResult> ReadFilingAsync(string filing, HttpContext context, IUseCase<ReadLifeEventFiling, LifeEventView> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadLifeEventFiling(Callers.SubOf(context), filing), ct)).ToResult(view => ApiAnswers.Json(view));

    private static async Task<IResult> WithdrawAsync(string filing, HttpContext context, IUseCase<WithdrawLifeEvent, LifeEventView> withdraw, CancellationToken ct) =>
        (await withdraw.HandleAsync(new WithdrawLifeEvent(Callers.SubOf(context), filing), ct)).ToResult(view => ApiAnswers.Json(view));
}
