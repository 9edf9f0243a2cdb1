using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Web.Api;

/// <summary>Places, their hours, closures and counters, as the admin sets them; and the state of a counter, as whoever sits there sets it.</summary>
internal static class PlacesApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin").RequireAuthorization(ApiPolicies.Staff).WithTags("Admin daerah");
        admin.MapPost("/places", AddAsync).Accepts<PlaceBody>(Json).Produces<PlaceSettings>(201);
        admin.MapGet("/places/{id:guid}", ReadAsync).Produces<PlaceSettings>();
        admin.MapPut("/places/{id:guid}", ChangeAsync).Accepts<PlaceBody>(Json).Produces<PlaceSettings>();
        admin.MapPost("/places/{id:guid}/closures", CloseAsync).Accepts<ClosureBody>(Json).Produces<PlaceClosed>(201);
        admin.MapDelete("/places/{id:guid}/closures/{closure:guid}", ReopenAsync).Produces(204);
        admin.MapPost("/places/{id:guid}/counters", AddLineAsync).Accepts<LineBody>(Json).Produces<PlaceSettings>(201);
        admin.MapPut("/places/{id:guid}/counters/{line:guid}", ChangeLineAsync).Accepts<LineBody>(Json).Produces<PlaceSettings>();
        api.MapPut("/officer/counters/{id:guid}/state", TurnAsync).RequireAuthorization(ApiPolicies.Staff).WithTags("Petugas").Accepts<StateBody>(Json).Produces<CounterView>();
    }

    /// <param name="Kind"><c>hall</c>, <c>mobile</c>, <c>kiosk</c>, <c>online-desk</c></param>
    /// <param name="Week">Seven texts, Monday first.</param>
    internal sealed record PlaceBody(string? Kind, string? Name, string? Address, IReadOnlyList<string?>? Week, IReadOnlyList<SeasonBody?>? Seasons, int? SlotMinutes, int? WalkInPercent, string? Waves, bool? Active);

    internal sealed record SeasonBody(string? Name, DateOnly? From, DateOnly? Until, IReadOnlyList<string?>? Week);

    internal sealed record ClosureBody(DateOnly? From, DateOnly? Until, string? Open, string? Reason);

    /// <param name="Services">Codes, with <c>:minutes</c> where they differ from <paramref name="Minutes"/>; empty for all of the agency.</param>
    /// <param name="Counters">Their labels.</param>
    internal sealed record LineBody(string? Agency, IReadOnlyList<string?>? Services, int? Minutes, IReadOnlyList<string?>? Counters);

    internal sealed record StateBody(string? State, string? Reason);

    private static async Task<IResult> AddAsync(HttpContext context, Callers callers, IUseCase<SavePlace, PlaceSettings> save, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var terms = await TermsAsync(context);
        return terms.Succeeded
            ? (await save.HandleAsync(new SavePlace(staff.Value, null, terms.Value, null, key.Value), ct)).ToResult(place =>
            {
                context.Response.Headers.Location = $"/api/v1/admin/places/{place.Id}";
                return ApiAnswers.Json(place, 201);
            })
            : terms.Problem.ToResult();
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, Callers callers, IUseCase<ReadPlace, PlaceSettings> read, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? (await read.HandleAsync(new ReadPlace(staff.Value, id), ct)).ToResult(place => ApiAnswers.Versioned(context, place, place.Version)) : staff.Problem.ToResult();
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, Callers callers, IUseCase<SavePlace, PlaceSettings> save, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var terms = await TermsAsync(context);
        return terms.Succeeded ? (await save.HandleAsync(new SavePlace(staff.Value, id, terms.Value, seen.Value.Version), ct)).ToResult(place => ApiAnswers.Versioned(context, place, place.Version)) : terms.Problem.ToResult();
    }

    private static async Task<IResult> CloseAsync(Guid id, HttpContext context, Callers callers, IUseCase<ClosePlace, PlaceClosed> close, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<ClosureBody>(context);
        return body.Succeeded
            ? (await close.HandleAsync(new ClosePlace(staff.Value, id, body.Value.From, body.Value.Until, body.Value.Open ?? "", body.Value.Reason ?? "", key.Value), ct)).ToResult(closed => ApiAnswers.Json(closed, 201))
            : body.Problem.ToResult();
    }

    private static async Task<IResult> ReopenAsync(Guid id, Guid closure, HttpContext context, Callers callers, IUseCase<ReopenPlace, Done> reopen, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        return staff.Succeeded ? (await reopen.HandleAsync(new ReopenPlace(staff.Value, id, closure), ct)).ToResult(_ => Results.NoContent()) : staff.Problem.ToResult();
    }

    private static async Task<IResult> AddLineAsync(Guid id, HttpContext context, Callers callers, IUseCase<SaveLine, PlaceSettings> save, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        return key.Succeeded ? await LineAsync(context, callers, body => new SaveLine(null!, id, null, body.Agency ?? "", Words(body.Services), body.Minutes ?? 0, Texts(body.Counters), null, key.Value), save, 201, ct) : key.Problem.ToResult();
    }

    private static async Task<IResult> ChangeLineAsync(Guid id, Guid line, HttpContext context, Callers callers, IUseCase<SaveLine, PlaceSettings> save, CancellationToken ct)
    {
        var seen = RequestParts.IfMatch(context);
        return seen.Succeeded ? await LineAsync(context, callers, body => new SaveLine(null!, id, line, body.Agency ?? "", Words(body.Services), body.Minutes ?? 0, Texts(body.Counters), seen.Value.Version), save, 200, ct) : seen.Problem.ToResult();
    }

    private static async Task<IResult> LineAsync(HttpContext context, Callers callers, Func<LineBody, SaveLine> make, IUseCase<SaveLine, PlaceSettings> save, int status, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var body = await JsonBody.ReadAsync<LineBody>(context);
        return body.Succeeded ? (await save.HandleAsync(make(body.Value) with { Staff = staff.Value }, ct)).ToResult(place => ApiAnswers.Json(place, status)) : body.Problem.ToResult();
    }

    private static async Task<IResult> TurnAsync(Guid id, HttpContext context, Callers callers, IUseCase<TurnCounter, CounterView> turn, CancellationToken ct)
    {
        var staff = await callers.StaffAsync(context, ct);
        if (!staff.Succeeded) return staff.Problem.ToResult();
        var seen = RequestParts.IfMatch(context);
        if (!seen.Succeeded) return seen.Problem.ToResult();
        var body = await JsonBody.ReadAsync<StateBody>(context);
        return body.Succeeded
            ? (await turn.HandleAsync(new TurnCounter(staff.Value, id, body.Value.State ?? "", body.Value.Reason ?? "", seen.Value.Version), ct)).ToResult(counter => ApiAnswers.Versioned(context, counter, counter.Version))
            : body.Problem.ToResult();
    }

    private static async Task<Outcome<PlaceTerms>> TermsAsync(HttpContext context)
    {
        var read = await JsonBody.ReadAsync<PlaceBody>(context);
        if (!read.Succeeded) return read.Problem;
        var body = read.Value;
        if (KindOf(body.Kind) is not { } kind) return RequestParts.Wrong("/kind", "Pilih hall, mobile, kiosk, atau online-desk.");
        if (body.Active is not { } active) return RequestParts.Wrong("/active", "Tulis true bila tempat dipakai, false bila tidak.");
        var seasons = new List<SeasonView>();
        foreach (var (i, season) in (body.Seasons ?? []).Index())
        {
            if (season is not { From: { } from, Until: { } until }) return RequestParts.Wrong($"/seasons/{i}/from", "Tulis hari pertama dan hari terakhir, misalnya 2026-11-24.");
            seasons.Add(new SeasonView(season.Name ?? "", from, until, Texts(season.Week)));
        }

        return new PlaceTerms(kind, body.Name ?? "", body.Address ?? "", Texts(body.Week), seasons, body.SlotMinutes ?? 0, body.WalkInPercent ?? 0, body.Waves ?? "", active);
    }

    internal static PlaceKind? KindOf(string? text) => text switch
    {
        "hall" => PlaceKind.Hall,
        "mobile" => PlaceKind.Mobile,
        "kiosk" => PlaceKind.Kiosk,
        "online-desk" => PlaceKind.OnlineDesk,
        _ => null,
    };

    private static List<string> Texts(IReadOnlyList<string?>? given) => [.. (given ?? []).Select(t => t ?? "")];

    private static string Words(IReadOnlyList<string?>? given) => string.Join(' ', Texts(given));
}
