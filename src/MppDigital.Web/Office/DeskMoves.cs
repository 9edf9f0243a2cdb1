using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;

namespace MppDigital.Web.Office;

/// <summary>A button's name to its use case.</summary>
internal static class DeskMoves
{
    private static readonly Problem Unknown = new(ProblemKind.Unreadable, "unknown-action", "Tombol ini tidak dikenal. Muat ulang halaman.") { DetailEn = "This button is not known. Reload the page." };

    public static Task<Outcome<OfficerView>> HandleAsync(IServiceProvider services, string action, DeskRequest desk, DeskForm form, CancellationToken ct) => action switch
    {
        "complete" => RunAsync(services, new CompleteApplication(desk), ct),
        "claim" => RunAsync(services, new ClaimApplication(desk), ct),
        "verify" => RunAsync(services, new VerifyApplication(desk, form.Report), ct),
        "visit" => RunAsync(services, new VisitApplication(desk, form.Report), ct),
        "recommend" => RunAsync(services, new RecommendApplication(desk, RecommendApplication.InFavour, form.Report), ct),
        "object" => RunAsync(services, new RecommendApplication(desk, RecommendApplication.Against, form.Report), ct),
        "return" => RunAsync(services, new ReturnApplication(desk, form.Reason, form.Fields), ct),
        "approve" => RunAsync(services, new ApproveApplication(desk, form.Reason), ct),
        "refuse" => RunAsync(services, new RefuseApplication(desk, form.Reason), ct),
        "assign" => RunAsync(services, new AssignApplication(desk, form.Agency, form.To), ct),
        _ => Task.FromResult<Outcome<OfficerView>>(Unknown),
    };

    private static Task<Outcome<OfficerView>> RunAsync<TInput>(IServiceProvider services, TInput input, CancellationToken ct) =>
        services.GetRequiredService<IUseCase<TInput, OfficerView>>().HandleAsync(input, ct);
}

/// <summary>What an officer typed and ticked; empty before anything was sent.</summary>
/// <param name="Assignee">Agency and <c>sub</c> with a bar between.</param>
public sealed record DeskForm(string Reason, IReadOnlyList<string> Fields, string Note, IReadOnlyList<string> Checks, string Assignee)
{
    public static readonly DeskForm Empty = new("", [], "", [], "");

    public StageReport Report => new(Note, Checks);

    public string Agency => Assignee.Split('|')[0];

    public string To => Assignee.Split('|') is [_, var to] ? to : "";

    public static DeskForm Of(IFormCollection form) =>
        new(form["reason"].ToString(), [.. form["fields"].OfType<string>()], form["note"].ToString(), [.. form["checks"].OfType<string>()], form["assignee"].ToString());
}
