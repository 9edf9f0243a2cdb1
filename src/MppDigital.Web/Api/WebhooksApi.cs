using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Webhooks;

namespace MppDigital.Web.Api;

/// <summary>Which systems are told what happens here; for the admin.</summary>
internal static class WebhooksApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin/webhooks").RequireAuthorization(ApiPolicies.Staff).WithTags("Webhook");
        admin.MapGet("", ListAsync).Produces<IReadOnlyList<WebhookRow>>();
        admin.MapPost("", AddAsync).Accepts<WebhookBody>(Json).Produces<WebhookMade>(201);
        admin.MapGet("/{id:guid}", ReadAsync).Produces<WebhookLog>();
        foreach (var action in (string[])["pause", "resume", "remove"])
            admin.MapPost($"/{{id:guid}}/{action}", (Guid id, HttpContext context, Callers callers, IUseCase<SwitchWebhook, Done> use, CancellationToken ct) => SwitchAsync(id, action, context, callers, use, ct)).Produces(204);
        admin.MapPost("/{id:guid}/deliveries/{delivery:guid}/replay", ReplayAsync).Produces(204);
    }

    internal sealed record WebhookBody(string? Name, string? Address, string[]? Events, string? Client);

    private static Task<IResult> ListAsync(HttpContext context, Callers callers, IUseCase<ListWebhooks, IReadOnlyList<WebhookRow>> list, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await list.HandleAsync(new ListWebhooks(staff), ct)).ToResult(items => ApiAnswers.Json(new { items, next = (string?)null })), ct);

    private static async Task<IResult> AddAsync(HttpContext context, Callers callers, IUseCase<AddWebhook, WebhookMade> add, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<WebhookBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var given = body.Value;
        if (given.Events?.Any(e => e is null) is true) return RequestParts.Wrong("/events", "Tulis nama peristiwa sebagai teks.").ToResult();
        return await AsStaffAsync(context, callers, async staff => (await add.HandleAsync(new AddWebhook(staff, key.Value, given.Name ?? "", given.Address ?? "", given.Events ?? [], given.Client ?? ""), ct)).ToResult(made => ApiAnswers.Json(made, 201)), ct);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, Callers callers, IUseCase<ReadWebhook, WebhookLog> read, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        DateTime? after = null;
        if (paging.Value.After is { } cursor)
        {
            if (!DateTimeOffset.TryParse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return RequestParts.Wrong("/after", "Pakai nilai next dari halaman sebelumnya.").ToResult();
            after = instant.UtcDateTime;
        }

        return await AsStaffAsync(context, callers, async staff => (await read.HandleAsync(new ReadWebhook(staff, id, paging.Value.Limit, after), ct)).ToResult(log => ApiAnswers.Json(log)), ct);
    }

    private static Task<IResult> SwitchAsync(Guid id, string action, HttpContext context, Callers callers, IUseCase<SwitchWebhook, Done> use, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await use.HandleAsync(new SwitchWebhook(staff, id, action), ct)).ToResult(_ => Results.NoContent()), ct);

    private static Task<IResult> ReplayAsync(Guid id, Guid delivery, HttpContext context, Callers callers, IUseCase<ReplayDelivery, Done> replay, CancellationToken ct) =>
        AsStaffAsync(context, callers, async staff => (await replay.HandleAsync(new ReplayDelivery(staff, id, delivery), ct)).ToResult(_ => Results.NoContent()), ct);

    private static async Task<IResult> AsStaffAsync(HttpContext context, Callers callers, Func<StaffMember, Task<IResult>> use, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? await use(staff.Value) : staff.Problem.ToResult();
    }
}
