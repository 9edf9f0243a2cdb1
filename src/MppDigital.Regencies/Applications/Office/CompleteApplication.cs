using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>A named officer declares the file complete: what its source could not confirm, the officer confirms. Starts the legal clock for good.</summary>
public sealed record CompleteApplication(DeskRequest Desk);

internal sealed class CompleteApplicationHandler(ApplicationDesk desk) : IUseCase<CompleteApplication, OfficerView>
{
    public Task<Outcome<OfficerView>> HandleAsync(CompleteApplication input, CancellationToken ct) =>
        desk.MoveAsync(input.Desk, Move.Complete, null, (application, _, now) =>
        {
            application.ConfirmOpenEvidence(input.Desk.Staff.Sub);
            application.Complete(input.Desk.Staff.Sub, ActorKind.Officer, now, now);
        }, ct);
}
