using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The agency that must be heard gives its opinion. It binds nobody: whoever approves against it has to say why.</summary>
/// <param name="Opinion"><see cref="InFavour"/> or <see cref="Against"/>; the latter needs a note.</param>
public sealed record RecommendApplication(DeskRequest Desk, string Opinion, StageReport Report)
{
    public const string InFavour = "in-favour";
    public const string Against = "against";
}

internal sealed class RecommendApplicationHandler(ApplicationDesk desk) : IUseCase<RecommendApplication, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(RecommendApplication input, CancellationToken ct)
    {
        if (input.Opinion is not (RecommendApplication.InFavour or RecommendApplication.Against)) return Problems.Field("/opinion", "Tulis in-favour atau against.");
        var isInFavour = input.Opinion == RecommendApplication.InFavour;
        return await desk.WorkAsync(input.Desk, Move.Recommend, input.Report, isInFavour ? null : "Tulis alasan keberatan, sedikitnya 10 huruf.", (application, work) => application.Recommend(work, isInFavour), ct, isInFavour);
    }
}
