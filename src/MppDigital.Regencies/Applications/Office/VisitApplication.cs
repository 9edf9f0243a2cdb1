using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Somebody was there; the report says what they saw.</summary>
public sealed record VisitApplication(DeskRequest Desk, StageReport Report);

internal sealed class VisitApplicationHandler(ApplicationDesk desk) : IUseCase<VisitApplication, OfficerView>
{
    public Task<Outcome<OfficerView>> HandleAsync(VisitApplication input, CancellationToken ct) =>
        desk.WorkAsync(input.Desk, Move.Visit, input.Report, "Tulis hasil kunjungan, sedikitnya 10 huruf.", (application, work) => application.Visit(work), ct);
}
