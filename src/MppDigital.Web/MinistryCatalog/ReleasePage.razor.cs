using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.MinistryCatalog.CatalogTexts;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>One release: what it would change, who has it, how they do, and its next steps.</summary>
public sealed partial class ReleasePage
{
    private MinistryStaff? staff;
    private ReleaseView? release;
    private ReleasePreview? preview;
    private Problem? refusal;
    private string? done;
    private string? oneError;
    private bool confirmed;
    private Func<string, string?> typed = _ => null;
    private IReadOnlyList<string> chosenProvinces = [];

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IUseCase<ReadRelease, ReleaseView> Read { get; set; } = null!;

    [Inject]
    private IUseCase<PreviewRelease, ReleasePreview> Preview { get; set; } = null!;

    [Inject]
    private CatalogDesk Desk { get; set; } = null!;

    [Inject]
    private ITenantDirectory Directory { get; set; } = null!;

    [Inject]
    private MppDigital.National.Catalog.IServiceCatalog Catalog { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool Owner => staff!.Is(MinistryRole.CatalogOwner);

    private string Name => Catalog.Find(release!.Service, release.ServiceVersion) is { Definition: var definition } ? Language.Pick(definition.NameId, definition.NameEn) : release.Service;

    private List<ReleaseAction> Steps => [.. release!.Actions.Where(a => a is not (ReleaseAction.Start or ReleaseAction.Widen or ReleaseAction.RollBackOne))];

    private IEnumerable<(string Key, string Name, int Count)> Provinces => Directory.All.GroupBy(r => (r.ProvinceCode, r.Province)).Select(g => (g.Key.ProvinceCode, g.Key.Province, g.Count()));

    private string? PlaceError => refusal?.Errors.FirstOrDefault(e => e.Key.StartsWith("/regencies", StringComparison.Ordinal) || e.Key.StartsWith("/provinces", StringComparison.Ordinal)).Value?[0];

    private string Sentence => release!.State switch
    {
        ReleaseState.Canary or ReleaseState.Wave or ReleaseState.Paused or ReleaseState.Halted => T($"Sentence.{release.State}", Figures.Whole(release.Reached.Count), Figures.Whole(Directory.All.Count)),
        var state => T($"Sentence.{state}"),
    };

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Http.MinistryStaffAsync(Http.RequestAborted)).Value;
        if (staff is null)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        confirmed = StepUp.Return(Http) is not null;
        await ReadAsync();
        if (release is null) Http.AnswerNotFound();
    }

    private async Task ReachAsync()
    {
        if (release is null) return;
        var form = Http.Request.Form;
        typed = name => form[name].FirstOrDefault();
        chosenProvinces = [.. form["provinsi"].OfType<string>()];
        await MoveAsync(May(ReleaseAction.Start) ? ReleaseAction.Start : ReleaseAction.Widen, Codes(typed("daerah")), chosenProvinces);
        // The summary leads to the one field, whichever code was wrong.
        if (refusal is not null && PlaceError is { } wrong) refusal = refusal with { Errors = new Dictionary<string, string[]> { ["/regencies"] = [wrong] } };
    }

    private async Task StepAsync()
    {
        if (release is null) return;
        var asked = Http.Request.Form["aksi"].FirstOrDefault();
        if (asked == "Check") await ShowAsync(await Desk.CheckAsync(staff!, Id, Http.RequestAborted), T("Done.Check"));
        else if (Enum.TryParse<ReleaseAction>(asked, out var action) && Enum.IsDefined(action)) await MoveAsync(action, [], []);
        else await ShowAsync(new Problem(ProblemKind.Invalid, "invalid", T("Reload")) { DetailEn = T("Reload") }, null);
    }

    private async Task TakeBackAsync()
    {
        if (release is null) return;
        await MoveAsync(ReleaseAction.RollBackOne, Codes(Http.Request.Form["daerah"].FirstOrDefault()), []);
        if (refusal?.Errors.FirstOrDefault().Value?[0] is not { } wrong) return;
        (oneError, refusal) = (wrong, refusal with { Errors = new Dictionary<string, string[]> { ["/satu-daerah"] = [wrong] } });
    }

    private async Task MoveAsync(ReleaseAction action, IReadOnlyList<string> regencies, IReadOnlyList<string> provinces)
    {
        long? seen = long.TryParse(Http.Request.Form["versi"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
        var moved = await Desk.MoveAsync(new MoveRelease(staff!, Id, action, regencies, provinces, seen), Http.RequestAborted);
        if (StepUpAnswer.Fits(moved.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        if (moved.Succeeded) typed = _ => null;
        if (moved.Succeeded) chosenProvinces = [];
        await ShowAsync(moved, T(moved.Value is { AskedForAll: true } && action == ReleaseAction.PublishToAll ? "Done.Asked" : $"Done.{action}"));
    }

    private async Task ShowAsync(Outcome<ReleaseView> moved, string? success)
    {
        (refusal, done) = (moved.Problem, moved.Succeeded ? success : null);
        if (refusal is not null) RefusedPage.Mark(Http, refusal);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        release = (await Read.HandleAsync(new ReadRelease(Id), Http.RequestAborted)).Value;
        if (release is not null) preview = (await Preview.HandleAsync(new PreviewRelease(release.Service, release.ServiceVersion), Http.RequestAborted)).Value;
    }

    /// <summary>Codes or the names that stand in the address of a regency, parted by commas or blanks.</summary>
    private List<string> Codes(string? text) =>
        [.. (text ?? "").Split([',', ' ', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(RegenciesAtMost).Select(part => Directory.FindBySlug(part.ToLowerInvariant())?.Code.Value ?? part)];

    private const int RegenciesAtMost = 514;

    private bool May(ReleaseAction action) => release!.Actions.Contains(action);

    private string NameOf(string code) => RegencyCode.TryParse(code, out var parsed) && Directory.Find(parsed) is { } regency ? regency.Name : code;

    private static string GateWords(GateResult gate) => gate.Gate switch
    {
        "errors" => T("GateWords.errors", Figures.Percent(gate.Measured), Figures.Whole(gate.Of), Figures.Percent(gate.Limit)),
        var other => T($"GateWords.{other}", Figures.Whole((long)gate.Measured), Figures.Whole(gate.Of)),
    };
}
