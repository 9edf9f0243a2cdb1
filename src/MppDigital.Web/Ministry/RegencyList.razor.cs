using Microsoft.AspNetCore.Components;
using MppDigital.National.Rollout;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using static MppDigital.Web.Ministry.MinistryTexts;

namespace MppDigital.Web.Ministry;

public sealed partial class RegencyList
{
    private const int PerPage = 100;

    private RolloutRegencies rows = new([], null);

    [Inject]
    private IUseCase<ListRolloutRegencies, RolloutRegencies> ListRegencies { get; set; } = null!;

    [Inject]
    private ITenantDirectory Directory { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "tahap")]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery(Name = "provinsi")]
    private string? Province { get; set; }

    [SupplyParameterFromQuery(Name = "sesudah")]
    private string? After { get; set; }

    private static IEnumerable<(string Value, string Text)> Stages =>
    [
        ("inaugurated", StageWords.Of(RolloutStage.Inaugurated)), ("operating", StageWords.Of(RolloutStage.Operating)), ("unknown", StageWords.Of(RolloutStage.Unknown)), ("digital-pilot", T("DigitalPilot2023")),
    ];

    private IEnumerable<(string Code, string Name)> Provinces => Directory.All.Select(r => (r.ProvinceCode, r.Province)).Distinct();

    protected override async Task OnInitializedAsync()
    {
        var found = await ListRegencies.HandleAsync(new ListRolloutRegencies(Stage, Province, After, PerPage), Http.RequestAborted);
        if (found.Succeeded) rows = found.Value;
    }

    private string Link(string? after) => $"/daerah?tahap={Uri.EscapeDataString(Stage ?? "")}&provinsi={Uri.EscapeDataString(Province ?? "")}{(after is null ? "" : $"&sesudah={Uri.EscapeDataString(after)}")}";
}
