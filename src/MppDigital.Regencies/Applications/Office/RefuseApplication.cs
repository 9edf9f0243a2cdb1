using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Refuses with a legal ground, which the citizen reads.</summary>
public sealed record RefuseApplication(DeskRequest Desk, string Reason);

internal sealed class RefuseApplicationHandler(ApplicationDesk desk, RegencySecrets secrets) : IUseCase<RefuseApplication, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(RefuseApplication input, CancellationToken ct) =>
        Reasons.Check(input.Reason) is { } problem
            ? problem
            : await desk.MoveAsync(input.Desk, Move.Refuse, null, (application, _, now) => application.Refuse(input.Desk.Staff.Sub, secrets.SealReason(input.Reason.Trim()), now), ct);
}

internal static class Reasons
{
    private const int Longest = 1000;

    public static Problem? Check(string? reason) => reason?.Trim().Length switch
    {
        _ when !UnicodeText.IsPlain((reason ?? "").ReplaceLineEndings(" ")) => Problems.Field("/reason", "Tulis alasan dengan huruf, angka, dan tanda baca biasa."),
        null or < 10 => Problems.Field("/reason", "Tulis alasan yang dapat ditindaklanjuti pemohon, sedikitnya 10 huruf."),
        > Longest => Problems.Field("/reason", $"Tulis alasan paling banyak {Longest} huruf."),
        _ => null,
    };
}
