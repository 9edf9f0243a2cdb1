using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The official whom the definition names grants it; the document is issued in the same transaction.</summary>
public sealed record ApproveApplication(DeskRequest Desk);

internal sealed class ApproveApplicationHandler(ApplicationDesk desk) : IUseCase<ApproveApplication, OfficerView>
{
    public Task<Outcome<OfficerView>> HandleAsync(ApproveApplication input, CancellationToken ct) =>
        desk.MoveAsync(input.Desk, Move.Approve, (application, now) => application.Approve(input.Desk.Staff.Sub, now), ct);
}
