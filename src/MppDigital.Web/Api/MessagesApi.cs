using System.Globalization;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.Api;

/// <summary>What a regency tells people: the gateway's reports, what people write, and the admin's dead letters and wordings.</summary>
internal static class MessagesApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/messages/reports", ReportAsync).AllowAnonymous().WithTags("Pesan");
        api.MapPost("/messages/incoming", IncomingAsync).AllowAnonymous().WithTags("Pesan").Produces<TextAnswer>();
        api.MapGet("/messages", MineAsync).RequireAuthorization(ApiPolicies.Citizen).WithTags("Pesan").Produces<Page<MyMessage>>();
        var admin = api.MapGroup("/admin").RequireAuthorization(ApiPolicies.Staff).WithTags("Pesan daerah");
        admin.MapGet("/messages", DeadAsync).Produces<DeadLetters>();
        admin.MapPost("/messages/{id:guid}/resend", AgainAsync).Produces(204);
        admin.MapGet("/message-wordings/{event}", ReadAsync).Produces<WordingView>();
        admin.MapPut("/message-wordings/{event}", ChangeAsync).Accepts<WordingBody>(Json).Produces<WordingView>();
    }

    /// <summary>Both null: back to the national words.</summary>
    internal sealed record WordingBody(WordsBody? Id, WordsBody? En);

    internal sealed record WordsBody(string? Brief, string? Subject, string? Body)
    {
        public Wording Words => new(Brief ?? "", Subject ?? "", Body ?? "");
    }

    private static async Task<IResult> ReportAsync(HttpContext context, IUseCase<ReceiveReport, Done> receive, CancellationToken ct)
    {
        var body = await SignedBody.ReadAsync(context);
        return body.Succeeded ? (await receive.HandleAsync(new ReceiveReport(body.Value, context.Request.Headers[QrisSignature.Header]), ct)).ToResult(_ => ApiAnswers.Json(new { received = true })) : body.Problem.ToResult();
    }

    private static async Task<IResult> IncomingAsync(HttpContext context, IUseCase<ReceiveText, TextAnswer> receive, CancellationToken ct)
    {
        var body = await SignedBody.ReadAsync(context);
        return body.Succeeded ? (await receive.HandleAsync(new ReceiveText(body.Value, context.Request.Headers[QrisSignature.Header]), ct)).ToResult(answer => ApiAnswers.Json(answer)) : body.Problem.ToResult();
    }

    private static async Task<IResult> MineAsync(HttpContext context, IUseCase<ListMyMessages, Page<MyMessage>> list, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        Guid? after = null;
        if (paging.Value.After is { } cursor)
        {
            if (!Guid.TryParse(cursor, out var last)) return RequestParts.Wrong("/after", "Pakai nilai next dari halaman sebelumnya.").ToResult();
            after = last;
        }

        return (await list.HandleAsync(new ListMyMessages(Callers.SubOf(context), null, paging.Value.Limit, after), ct)).ToResult(page => ApiAnswers.Json(page));
    }

    private static async Task<IResult> DeadAsync(HttpContext context, Callers callers, IUseCase<ListDeadLetters, DeadLetters> list, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        DateTime? after = null;
        if (paging.Value.After is { } cursor)
        {
            if (!DateTimeOffset.TryParse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return RequestParts.Wrong("/after", "Pakai nilai next dari halaman sebelumnya.").ToResult();
            after = instant.UtcDateTime;
        }

        return await AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListDeadLetters(staff, paging.Value.Limit, after), ct)).ToResult(letters => ApiAnswers.Json(letters)), ct);
    }

    private static Task<IResult> AgainAsync(Guid id, HttpContext context, Callers callers, IUseCase<SendAgain, Done> again, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await again.HandleAsync(new SendAgain(staff, id), ct)).ToResult(_ => Results.NoContent()), ct);

    private static Task<IResult> ReadAsync(string @event, HttpContext context, Callers callers, IUseCase<ReadWording, WordingView> read, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await read.HandleAsync(new ReadWording(staff, @event), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version)), ct);

    private static async Task<IResult> ChangeAsync(string @event, HttpContext context, Callers callers, IUseCase<ChangeWording, WordingView> change, CancellationToken ct)
    {
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var body = await JsonBody.ReadAsync<WordingBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Id is null != body.Value.En is null) return RequestParts.Wrong(body.Value.Id is null ? "/id" : "/en", "Tulis kedua bahasa, atau kosongkan keduanya.").ToResult();
        return await AsStaffAsync(context, callers, async staff => (await change.HandleAsync(new ChangeWording(staff, @event, body.Value.Id?.Words, body.Value.En?.Words, seen.Value.Version), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version)), ct);
    }

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<IResult>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? await use(staff.Value) : staff.Problem.ToResult();
    }
}
