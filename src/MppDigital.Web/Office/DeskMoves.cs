using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;

namespace MppDigital.Web.Office;

/// <summary>A button's name to its use case.</summary>
internal static class DeskMoves
{
    private static readonly Problem Unknown = new(ProblemKind.Unreadable, "unknown-action", "Tombol ini tidak dikenal. Muat ulang halaman.") { DetailEn = "This button is not known. Reload the page." };

    public static Task<Outcome<OfficerView>> HandleAsync(IServiceProvider services, string action, DeskRequest desk, string reason, IReadOnlyList<string> fields, CancellationToken ct) => action switch
    {
        "complete" => RunAsync(services, new CompleteApplication(desk), ct),
        "claim" => RunAsync(services, new ClaimApplication(desk), ct),
        "verify" => RunAsync(services, new VerifyApplication(desk), ct),
        "recommend" => RunAsync(services, new RecommendApplication(desk), ct),
        "return" => RunAsync(services, new ReturnApplication(desk, reason, fields), ct),
        "approve" => RunAsync(services, new ApproveApplication(desk), ct),
        "refuse" => RunAsync(services, new RefuseApplication(desk, reason), ct),
        _ => Task.FromResult<Outcome<OfficerView>>(Unknown),
    };

    private static Task<Outcome<OfficerView>> RunAsync<TInput>(IServiceProvider services, TInput input, CancellationToken ct) =>
        services.GetRequiredService<IUseCase<TInput, OfficerView>>().HandleAsync(input, ct);
}
