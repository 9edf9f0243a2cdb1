using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Web.Citizen.Visits;

namespace MppDigital.Web.Api;

/// <summary>Places, free times, and a person's own visits.</summary>
internal static class VisitsApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var open = api.MapGroup("").AllowAnonymous().WithTags("Kunjungan");
        open.MapGet("/places", PlacesAsync).Produces<Page<PlaceView>>();
        open.MapGet("/visits/slots", SlotsAsync).Produces<SlotPage>();
        var own = api.MapGroup("/visits").RequireAuthorization(ApiPolicies.Citizen).WithTags("Kunjungan");
        own.MapGet("", ListAsync).Produces<MyVisits>();
        own.MapPost("", BookAsync).Accepts<BookingBody>(Json).Produces<VisitView>(201);
        own.MapGet("/{id:guid}", ReadAsync).Produces<VisitView>();
        own.MapDelete("/{id:guid}", CancelAsync).Produces<VisitView>();
        own.MapPost("/{id:guid}/reschedule", MoveAsync).Accepts<MoveBody>(Json).Produces<VisitView>();
        own.MapPost("/appeals", AppealAsync).Accepts<AppealBody>(Json).Produces(204);
    }

    /// <param name="OnBehalfOf">Id of a mandate; left out for oneself.</param>
    /// <param name="Priority"><c>none</c> (default), <c>elderly</c>, <c>disabled</c>, <c>pregnant</c>; checked at the desk.</param>
    /// <param name="Application">Number of the application that the visit is about; left out for none.</param>
    internal sealed record BookingBody(string? Service, string? Slot, string? OnBehalfOf = null, string? Priority = null, string? Application = null);

    internal sealed record MoveBody(string? Slot);

    internal sealed record AppealBody(string? Text);

    private static async Task<IResult> PlacesAsync(IUseCase<ListPlaces, Page<PlaceView>> list, CancellationToken ct) => (await list.HandleAsync(new ListPlaces(), ct)).ToResult(page => ApiAnswers.Json(page));

    private static async Task<IResult> SlotsAsync(HttpContext context, IUseCase<ReadSlots, SlotPage> read, CancellationToken ct)
    {
        if (context.Request.Query["service"] is not [{ Length: > 0 and <= 20 } service]) return RequestParts.Wrong("/service", "Tulis kode layanan, misalnya DKC-KTP-02.").ToResult();
        var day = QueryParts.Date(context, "date");
        return day.Succeeded ? (await read.HandleAsync(new ReadSlots(service, day.Value.Day), ct)).ToResult(page => ApiAnswers.Json(page)) : day.Problem.ToResult();
    }

    private static async Task<IResult> ListAsync(HttpContext context, Callers callers, BookingDevice device, IUseCase<ListMyVisits, MyVisits> list, CancellationToken ct)
    {
        var person = await callers.ApplicantAsync(context, ct);
        return person.Succeeded ? (await list.HandleAsync(new ListMyVisits(person.Value.Sub, person.Value.Nik) { Person = person.Value, Source = device.SourceOf(context) }, ct)).ToResult(visits => ApiAnswers.Json(visits)) : person.Problem.ToResult();
    }

    private static async Task<IResult> BookAsync(HttpContext context, Callers callers, Acting acting, BookingDevice device, IUseCase<BookVisit, VisitView> book, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<BookingBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Service is not { Length: > 0 and <= 20 } service) return RequestParts.Wrong("/service", "Tulis kode layanan, misalnya DKC-KTP-02.").ToResult();
        if (body.Value.Slot is not { Length: > 0 and <= 60 } slot) return RequestParts.Wrong("/slot", "Pakai id dari GET visits/slots.").ToResult();
        if (!TryPriority(body.Value.Priority, out var priority)) return RequestParts.Wrong("/priority", "Pilih none, elderly, disabled, atau pregnant.").ToResult();
        if (body.Value.Application is { Length: > 20 }) return RequestParts.Wrong("/application", "Tulis nomor permohonan dari tanda terima, atau kosongkan.").ToResult();
        Guid mandate = default;
        if (body.Value.OnBehalfOf is { } given && !Guid.TryParse(given, out mandate)) return RequestParts.Wrong("/onBehalfOf", "Tulis id kuasa dari GET me/mandates di portal nasional, atau kosongkan isian ini.").ToResult();
        var applicant = body.Value.OnBehalfOf is null ? await callers.ApplicantAsync(context, ct) : await acting.ApplicantAsync(context, mandate, service.ToUpperInvariant(), ct);
        if (!applicant.Succeeded) return applicant.Problem.ToResult();
        var booking = new BookVisit(applicant.Value, key.Value, service, slot, device.SourceOf(context)) { Priority = priority, Application = body.Value.Application ?? "" };
        return (await book.HandleAsync(booking, ct)).ToResult(visit =>
        {
            context.Response.Headers.Location = $"/api/v1/visits/{visit.Id}";
            return ApiAnswers.Json(visit, 201);
        });
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, IUseCase<ReadVisit, VisitView> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadVisit(Callers.SubOf(context), id), ct)).ToResult(visit => ApiAnswers.Versioned(context, visit, visit.Version));

    private static async Task<IResult> CancelAsync(Guid id, HttpContext context, Callers callers, BookingDevice device, IUseCase<CancelVisit, VisitView> cancel, CancellationToken ct)
    {
        var person = await callers.ApplicantAsync(context, ct);
        return person.Succeeded ? (await cancel.HandleAsync(new CancelVisit(person.Value, id, device.SourceOf(context)), ct)).ToResult(visit => ApiAnswers.Versioned(context, visit, visit.Version)) : person.Problem.ToResult();
    }

    private static async Task<IResult> MoveAsync(Guid id, HttpContext context, Callers callers, BookingDevice device, IUseCase<MoveVisit, VisitView> move, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<MoveBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Slot is not { Length: > 0 and <= 60 } slot) return RequestParts.Wrong("/slot", "Pakai id dari GET visits/slots.").ToResult();
        var person = await callers.ApplicantAsync(context, ct);
        return person.Succeeded ? (await move.HandleAsync(new MoveVisit(person.Value, id, slot, device.SourceOf(context)), ct)).ToResult(visit => ApiAnswers.Versioned(context, visit, visit.Version)) : person.Problem.ToResult();
    }

    private static async Task<IResult> AppealAsync(HttpContext context, Callers callers, BookingDevice device, IUseCase<AppealBlock, Done> appeal, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<AppealBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var person = await callers.ApplicantAsync(context, ct);
        return person.Succeeded ? (await appeal.HandleAsync(new AppealBlock(person.Value, body.Value.Text ?? "") { Source = device.SourceOf(context) }, ct)).ToResult(_ => Results.NoContent()) : person.Problem.ToResult();
    }

    internal static bool TryPriority(string? text, out VisitPriority priority)
    {
        priority = VisitPriority.None;
        return text is null or "none" || (text is "elderly" or "disabled" or "pregnant" && Enum.TryParse(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text), out priority));
    }
}
