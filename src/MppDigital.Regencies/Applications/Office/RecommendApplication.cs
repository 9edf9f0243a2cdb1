using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The agency that must be heard says yes.</summary>
public sealed record RecommendApplication(DeskRequest Desk);

internal sealed class RecommendApplicationHandler(ApplicationDesk desk) : IUseCase<RecommendApplication, OfficerView>
{
    public Task<Outcome<OfficerView>> HandleAsync(RecommendApplication input, CancellationToken ct) =>
        desk.MoveAsync(input.Desk, Move.Recommend, (application, now) => application.Recommend(input.Desk.Staff.Sub, now), ct);
}
