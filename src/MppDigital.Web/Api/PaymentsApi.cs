using MppDigital.Connectors.Qris;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Payments;

namespace MppDigital.Web.Api;

/// <summary>A citizen's bills, and the provider's callback.</summary>
internal static class PaymentsApi
{
    private const int MostCallback = 16 * 1024;

    private static readonly Problem TooLarge = new(ProblemKind.TooLarge, "body-too-large", $"Badan permintaan lebih dari {MostCallback / 1024} KB.") { DetailEn = "The body is too large." };

    public static void Map(RouteGroupBuilder api)
    {
        var own = api.MapGroup("").RequireAuthorization(ApiPolicies.Citizen).WithTags("Pembayaran");
        own.MapGet("/payments/{id:guid}", ReadAsync).Produces<PaymentView>();
        own.MapGet("/applications/{number}/payment", ReadByNumberAsync).Produces<PaymentView>();
        own.MapPost("/applications/{number}/payment", BeginAsync).Produces<PaymentView>();
        own.MapPost("/applications/{number}/payment/check", AskAsync).Produces<PaymentView>();
        api.MapPost("/payments/callback/qris", CallbackAsync).AllowAnonymous().WithTags("Pembayaran");
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, IUseCase<ReadPayment, PaymentView> read, CancellationToken ct) =>
        Answer(context, await read.HandleAsync(new ReadPayment(Callers.SubOf(context), id, null), ct));

    private static async Task<IResult> ReadByNumberAsync(string number, HttpContext context, Acting acting, IUseCase<ReadPayment, PaymentView> read, CancellationToken ct) =>
        Answer(context, await read.HandleAsync(new ReadPayment(await acting.SubOfAsync(context, number, ct), number), ct));

    private static async Task<IResult> BeginAsync(string number, HttpContext context, Acting acting, IUseCase<BeginPayment, PaymentView> begin, CancellationToken ct) =>
        Answer(context, await begin.HandleAsync(new BeginPayment(await acting.SubOfAsync(context, number, ct), number), ct));

    private static async Task<IResult> AskAsync(string number, HttpContext context, Acting acting, IUseCase<AskPayment, PaymentView> ask, CancellationToken ct) =>
        Answer(context, await ask.HandleAsync(new AskPayment(await acting.SubOfAsync(context, number, ct), number), ct));

    /// <summary>The bytes are what was signed, so they are read as they are; 200 also for what was told before.</summary>
    private static async Task<IResult> CallbackAsync(HttpContext context, IUseCase<ReceiveCallback, Done> receive, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        while (await context.Request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (body.Length + read > MostCallback) return TooLarge.ToResult();
            body.Write(buffer, 0, read);
        }

        return (await receive.HandleAsync(new ReceiveCallback(body.ToArray(), context.Request.Headers[QrisSignature.Header]), ct)).ToResult(_ => ApiAnswers.Json(new { received = true }));
    }

    private static IResult Answer(HttpContext context, Outcome<PaymentView> outcome) => outcome.ToResult(view => ApiAnswers.Versioned(context, view, view.Version));
}
