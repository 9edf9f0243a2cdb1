using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The file was checked against the checklist of the definition.</summary>
public sealed record VerifyApplication(DeskRequest Desk, StageReport? Report = null);

internal sealed class VerifyApplicationHandler(ApplicationDesk desk) : IUseCase<VerifyApplication, OfficerView>
{
    public Task<Outcome<OfficerView>> HandleAsync(VerifyApplication input, CancellationToken ct) =>
        desk.WorkAsync(input.Desk, Move.Verify, input.Report ?? StageReport.Empty, null, (application, work) => application.Verify(work), ct);
}
