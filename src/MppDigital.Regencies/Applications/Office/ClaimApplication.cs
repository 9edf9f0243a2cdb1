using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>An officer of the responsible agency takes the file.</summary>
public sealed record ClaimApplication(DeskRequest Desk);

internal sealed class ClaimApplicationHandler(ApplicationDesk desk) : IUseCase<ClaimApplication, OfficerView>
{
    public Task<Outcome<OfficerView>> HandleAsync(ClaimApplication input, CancellationToken ct) =>
        desk.WorkAsync(input.Desk, Move.Claim, StageReport.Empty, null, (application, work) => application.Claim(work), ct);
}
