using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The file was checked against the checklist of the definition.</summary>
public sealed record VerifyApplication(DeskRequest Desk);

internal sealed class VerifyApplicationHandler(ApplicationDesk desk) : IUseCase<VerifyApplication, OfficerView>
{
    public Task<Outcome<OfficerView>> HandleAsync(VerifyApplication input, CancellationToken ct) =>
        desk.MoveAsync(input.Desk, Move.Verify, (application, now) => application.Verify(input.Desk.Staff.Sub, now), ct);
}
