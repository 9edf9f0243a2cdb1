using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>One move on several files. Each is a decision of its own: what one file refuses does not hold up the others.</summary>
/// <param name="Action"><c>claim</c>, <c>verify</c>, <c>recommend</c> or <c>approve</c>; what needs a reason, a report or a look at the papers is done file by file.</param>
public sealed record MoveTogether(StaffMember Staff, string Action, IReadOnlyList<SeenFile> Files);

/// <param name="Version">As the officer saw it; what has changed since is left alone.</param>
public sealed record SeenFile(string Number, long Version);

/// <param name="Problem">Null when it was done.</param>
public sealed record MovedFile(string Number, OfficerView? View, Problem? Problem);

internal sealed class MoveTogetherHandler(
    IUseCase<ClaimApplication, OfficerView> claim, IUseCase<VerifyApplication, OfficerView> verify,
    IUseCase<RecommendApplication, OfficerView> recommend, IUseCase<ApproveApplication, OfficerView> approve) : IUseCase<MoveTogether, IReadOnlyList<MovedFile>>
{
    public const int Most = 50;
    private const int LongestNumber = 20;

    public async Task<Outcome<IReadOnlyList<MovedFile>>> HandleAsync(MoveTogether input, CancellationToken ct)
    {
        if (MoveOf(input.Action) is not { } move) return Problems.Field("/action", "Pilih claim, verify, recommend, atau approve.");
        if (input.Files.Count is 0 or > Most) return Problems.Field("/files", $"Pilih 1 sampai {Most} berkas.");
        if (input.Files.Select(f => f.Number).Distinct().Count() != input.Files.Count) return Problems.Field("/files", "Sebut setiap berkas sekali saja.");

        for (var i = 0; i < input.Files.Count; i++)
        {
            if (input.Files[i].Number.Length > LongestNumber || !UnicodeText.IsPlain(input.Files[i].Number)) return Problems.Field($"/files/{i}/number", "Tulis nomor permohonan, misalnya 1375-26-000001.");
        }

        var moved = new List<MovedFile>();
        foreach (var file in input.Files)
        {
            var outcome = await move(new DeskRequest(input.Staff, file.Number, file.Version), ct);
            // The phone is asked for once, for all of them.
            if (!outcome.Succeeded && outcome.Problem.Code == StepUp.Required.Code) return outcome.Problem;
            moved.Add(new MovedFile(file.Number, outcome.Succeeded ? outcome.Value : null, outcome.Problem));
        }

        return moved;
    }

    private Func<DeskRequest, CancellationToken, Task<Outcome<OfficerView>>>? MoveOf(string action) => action switch
    {
        "claim" => (desk, ct) => claim.HandleAsync(new ClaimApplication(desk), ct),
        "verify" => (desk, ct) => verify.HandleAsync(new VerifyApplication(desk, StageReport.Empty), ct),
        "recommend" => (desk, ct) => recommend.HandleAsync(new RecommendApplication(desk, RecommendApplication.InFavour, StageReport.Empty), ct),
        "approve" => (desk, ct) => approve.HandleAsync(new ApproveApplication(desk, ""), ct),
        _ => null,
    };
}
