using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Figures;

namespace MppDigital.Web.Api;

internal static class PerformanceApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/performance", ReadAsync).AllowAnonymous().WithTags("Kinerja");

    private static async Task<IResult> ReadAsync(IUseCase<ReadPerformance, PerformanceView> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadPerformance(), ct)).ToResult(view => ApiAnswers.Json(view));
}
