using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Heard;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Web.Api;

internal static class PerformanceApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/performance", ReadAsync).Produces<PublicFigures>().AllowAnonymous().WithTags("Kinerja");

    /// <summary>As <see cref="PerformanceView"/>, with the survey of this year, the complaints of twelve months and how long people waited in the halls. What is null is withheld because it is small, or not known.</summary>
    internal sealed record PublicFigures(int Applications, int Decided, int Deemed, int Issued, int NotAsked, DateTimeOffset AsOf, DateTimeOffset Since, IReadOnlyList<ServicePace> Services, SatisfactionLine? Satisfaction, VoiceFigures? Complaints, WaitingTimes? Waiting);

    private static async Task<IResult> ReadAsync(IUseCase<ReadPerformance, PerformanceView> read, IUseCase<ReadSatisfaction, SatisfactionView> survey, IUseCase<ReadVoiceFigures, VoiceFigures> voice, IUseCase<ReadWaitingTimes, WaitingTimes> waiting, CancellationToken ct)
    {
        var satisfaction = (await survey.HandleAsync(new ReadSatisfaction(null), ct)).Value?.Total;
        var complaints = (await voice.HandleAsync(new ReadVoiceFigures(), ct)).Value;
        var waits = (await waiting.HandleAsync(new ReadWaitingTimes(), ct)).Value;
        return (await read.HandleAsync(new ReadPerformance(), ct)).ToResult(v => ApiAnswers.Json(new PublicFigures(v.Applications, v.Decided, v.Deemed, v.Issued, v.NotAsked, v.AsOf, v.Since, v.Services, satisfaction, complaints, waits)));
    }
}
