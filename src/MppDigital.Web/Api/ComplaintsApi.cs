using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Api;

/// <summary>Complaints, questions and suggestions without an account; number and secret follow them.</summary>
internal static class ComplaintsApi
{
    private const string Json = "application/json";
    private const int Longest = 4000;

    public static void Map(RouteGroupBuilder api)
    {
        var open = api.MapGroup("").AllowAnonymous().WithTags("Pengaduan");
        open.MapPost("/complaints", FileAsync).Accepts<ComplaintBody>(Json).Produces<ComplaintReceipt>(201);
        open.MapPost("/complaints/lookup", LookUpAsync).Accepts<LookUpBody>(Json).Produces<ComplaintView>();
        open.MapPost("/complaints/reply", ReplyAsync).Accepts<ReplyBody>(Json).Produces<ComplaintView>();
    }

    /// <param name="Class"><c>service</c>, <c>conduct</c>, <c>information</c> or <c>aspiration</c>.</param>
    /// <param name="About"><c>application</c>, <c>counter</c> or <c>other</c>.</param>
    /// <param name="Who"><c>anonymous</c>, <c>hidden</c> or <c>named</c>.</param>
    internal sealed record ComplaintBody(string? Class, string? About, string? Which, string? Agency, string? Title, string? Text, string? Who, string? Name, string? Contact);

    internal sealed record LookUpBody(string? Number, string? Secret);

    /// <param name="Action"><c>accept</c>, <c>contest</c> or <c>withdraw</c>.</param>
    internal sealed record ReplyBody(string? Number, string? Secret, string? Action, string? Reason);

    private static async Task<IResult> FileAsync(HttpContext context, FilingLimits limits, IUseCase<FileComplaint, ComplaintReceipt> file, CancellationToken ct)
    {
        if (limits.Refuse(context) is { } tooMany) return tooMany.ToResult();
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<ComplaintBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var given = body.Value;
        if (ComplaintWords.Read<ComplaintClass>(given.Class) is not { } kind) return RequestParts.Wrong("/class", "Tulis service, conduct, information, atau aspiration.").ToResult();
        if (ComplaintWords.Read<ComplaintAbout>(given.About ?? "other") is not { } about) return RequestParts.Wrong("/about", "Tulis application, counter, atau other.").ToResult();
        if (ComplaintWords.Read<ComplainantKind>(given.Who ?? "anonymous") is not { } who) return RequestParts.Wrong("/who", "Tulis anonymous, hidden, atau named.").ToResult();
        return (await file.HandleAsync(
            new FileComplaint(key.Value, kind, about, given.Which ?? "", given.Agency ?? "", given.Title ?? "", given.Text ?? "", who, given.Name ?? "", given.Contact ?? "", context.User.FindFirst("sub")?.Value, [], Language.Code), ct)).ToResult(receipt => ApiAnswers.Json(receipt, 201));
    }

    private static async Task<IResult> LookUpAsync(HttpContext context, IUseCase<LookUpComplaint, ComplaintView> look, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<LookUpBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        return Known(body.Value.Number, body.Value.Secret) is { } fault ? fault.ToResult() : (await look.HandleAsync(new LookUpComplaint(body.Value.Number!, body.Value.Secret!), ct)).ToResult(view => ApiAnswers.Json(view));
    }

    private static async Task<IResult> ReplyAsync(HttpContext context, IUseCase<AnswerBack, ComplaintView> answer, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<ReplyBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (Known(body.Value.Number, body.Value.Secret) is { } fault) return fault.ToResult();
        if (ComplaintWords.Read<ComplaintMove>(body.Value.Action) is not (ComplaintMove.Accept or ComplaintMove.Contest or ComplaintMove.Withdraw) || body.Value.Reason is { Length: > Longest })
            return RequestParts.Wrong("/action", "Tulis accept, contest, atau withdraw.").ToResult();
        return (await answer.HandleAsync(new AnswerBack(body.Value.Number!, body.Value.Secret!, ComplaintWords.Read<ComplaintMove>(body.Value.Action)!.Value, body.Value.Reason ?? ""), ct)).ToResult(view => ApiAnswers.Json(view));
    }

    private static Problem? Known(string? number, string? secret) =>
        number is not { Length: > 0 and <= 40 } ? RequestParts.Wrong("/number", "Tulis nomor pengaduan dari tanda terima.")
        : secret is not { Length: > 0 and <= 40 } ? RequestParts.Wrong("/secret", "Tulis kode rahasia dari tanda terima.")
        : null;
}
