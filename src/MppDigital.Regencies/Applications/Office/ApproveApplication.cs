using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The official whom the definition names grants it; the document is issued in the same transaction.</summary>
/// <param name="Reason">Needed only where an agency advised against it.</param>
public sealed record ApproveApplication(DeskRequest Desk, string Reason = "");

internal sealed class ApproveApplicationHandler(ApplicationDesk desk, RegencySecrets secrets) : IUseCase<ApproveApplication, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(ApproveApplication input, CancellationToken ct)
    {
        var reason = input.Reason.Trim();
        if (reason.Length > 0 && Reasons.Check(reason) is { } problem) return problem;
        return await desk.MoveAsync(
            input.Desk, Move.Approve,
            (application, _) => application.AdvisedAgainst && reason.Length == 0 ? Problems.Field("/reason", "Satu instansi keberatan. Tulis mengapa permohonan tetap disetujui, sedikitnya 10 huruf.") : null,
            (application, _, now) => application.Approve(input.Desk.Staff.Sub, secrets.SealReason(reason), now), ct);
    }
}
