using MppDigital.Connectors.Qris;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Handoffs;

namespace MppDigital.Web.Api;

/// <summary>Where the systems that decide applications tell how far they are.</summary>
internal static class HandoffsApi
{
    private const int MostCallback = 16 * 1024;

    private static readonly Problem TooLarge = new(ProblemKind.TooLarge, "body-too-large", $"Badan permintaan lebih dari {MostCallback / 1024} KB.") { DetailEn = "The body is too large." };

    public static void Map(RouteGroupBuilder api) => api.MapPost("/handoffs/callback/{system}", CallbackAsync).AllowAnonymous().WithTags("Serah terima");

    /// <summary>The bytes are what was signed, so they are read as they are; 200 also for what was told before.</summary>
    private static async Task<IResult> CallbackAsync(string system, HttpContext context, IUseCase<ReceiveOutsideNews, Done> receive, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        while (await context.Request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (body.Length + read > MostCallback) return TooLarge.ToResult();
            body.Write(buffer, 0, read);
        }

        return (await receive.HandleAsync(new ReceiveOutsideNews(system, body.ToArray(), context.Request.Headers[QrisSignature.Header]), ct)).ToResult(_ => ApiAnswers.Json(new { received = true }));
    }
}
