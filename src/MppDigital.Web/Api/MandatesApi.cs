using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.UseCases;
using MppDigital.Web.MyData;

namespace MppDigital.Web.Api;

/// <summary>Acting for others: given, accepted, ended; on the national host, for the signed-in person.</summary>
internal static class MandatesApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me/mandates").RequireAuthorization(ApiPolicies.Citizen).WithTags("Kuasa");
        mine.MapGet("", ListAsync).Produces<MyMandates>();
        mine.MapPost("", OfferAsync).Accepts<OfferBody>(Json).Produces<MandateView>(201);
        mine.MapPost("/children", ChildAsync).Accepts<ChildBody>(Json).Produces<MandateView>(201);
        mine.MapPost("/{id:guid}/accept", AcceptAsync).Produces<MandateView>();
        mine.MapPost("/{id:guid}/decline", DeclineAsync).Produces<MandateView>();
        mine.MapPost("/{id:guid}/end", EndAsync).Produces<MandateView>();
    }

    /// <param name="Services">Codes; left out or empty means every service.</param>
    /// <param name="Until">Last day.</param>
    internal sealed record OfferBody(string? HolderNik, IReadOnlyList<string>? Services, DateOnly? Until);

    /// <param name="Nik">Of a child on the caller's own family card.</param>
    internal sealed record ChildBody(string? Nik);

    private static async Task<IResult> ListAsync(HttpContext context, ResidentCallers callers, IUseCase<ListMandates, MyMandates> list, CancellationToken ct)
    {
        var person = await callers.ResidentAsync(context, ct);
        return person.Succeeded ? (await list.HandleAsync(new ListMandates(person.Value), ct)).ToResult(mine => ApiAnswers.Json(mine)) : person.Problem.ToResult();
    }

    private static async Task<IResult> OfferAsync(HttpContext context, ResidentCallers callers, IUseCase<OfferMandate, MandateView> offer, CancellationToken ct)
    {
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<OfferBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        var person = await callers.ResidentAsync(context, ct);
        if (!person.Succeeded) return person.Problem.ToResult();
        var (nik, services, until) = (body.Value.HolderNik ?? "", body.Value.Services ?? [], body.Value.Until);
        if (services.Any(s => s is not { Length: > 0 and <= 20 })) return RequestParts.Wrong("/services", "Tulis kode layanan, misalnya DPM-SIP-04.").ToResult();
        return (await offer.HandleAsync(new OfferMandate(person.Value, nik, services, until) { Key = key.Value }, ct)).ToResult(made => ApiAnswers.Json(made, 201));
    }

    private static async Task<IResult> ChildAsync(HttpContext context, ResidentCallers callers, FamilyDesk family, CancellationToken ct)
    {
        // The same child of the same parent is one mandate, whatever the key; it is asked for because every creating call has one.
        var key = RequestParts.IdempotencyKey(context);
        if (!key.Succeeded) return key.Problem.ToResult();
        var body = await JsonBody.ReadAsync<ChildBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Nik is not { Length: 16 } nik) return RequestParts.Wrong("/nik", "Tulis NIK anak, 16 angka, seperti di kartu keluarga.").ToResult();
        var person = await callers.ResidentAsync(context, ct);
        return person.Succeeded ? (await family.RegisterAsync(person.Value, nik, ct)).ToResult(made => ApiAnswers.Json(made, 201)) : person.Problem.ToResult();
    }

    private static Task<IResult> AcceptAsync(Guid id, HttpContext context, ResidentCallers callers, IUseCase<AnswerMandate, MandateView> answer, CancellationToken ct) => AnswerAsync(id, true, context, callers, answer, ct);

    private static Task<IResult> DeclineAsync(Guid id, HttpContext context, ResidentCallers callers, IUseCase<AnswerMandate, MandateView> answer, CancellationToken ct) => AnswerAsync(id, false, context, callers, answer, ct);

    private static async Task<IResult> AnswerAsync(Guid id, bool accept, HttpContext context, ResidentCallers callers, IUseCase<AnswerMandate, MandateView> answer, CancellationToken ct)
    {
        var person = await callers.ResidentAsync(context, ct);
        return person.Succeeded ? (await answer.HandleAsync(new AnswerMandate(person.Value, id, accept), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version)) : person.Problem.ToResult();
    }

    private static async Task<IResult> EndAsync(Guid id, HttpContext context, IUseCase<RevokeMandate, MandateView> revoke, CancellationToken ct) =>
        (await revoke.HandleAsync(new RevokeMandate(Callers.SubOf(context), id), ct)).ToResult(view => ApiAnswers.Versioned(context, view, view.Version));
}
