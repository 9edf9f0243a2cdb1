using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MppDigital.National.Performance;
using MppDigital.National.Rollout;
using MppDigital.Platform;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Components;

namespace MppDigital.Web.Ministry;

/// <summary>Everything known of one regency's way, with its sources. Who typed it in is not for the public.</summary>
public sealed partial class RegencySheet
{
    // Fewer might tell who answered what; the page is public.
    private const int FewestShown = 5;

    private static readonly TimeZoneInfo Jakarta = IndonesianZones.Jakarta;

    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    private IUseCase<GetRolloutRegency, RolloutRegencySheet> GetSheet { get; set; } = null!;

    [Inject]
    private IOptions<PlatformOptions> Platform { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private IUseCase<ReadSatisfactionOf, IReadOnlyList<SatisfactionOfYear>> GetSatisfaction { get; set; } = null!;

    private RolloutRegencySheet? Sheet { get; set; }

    private IReadOnlyList<SatisfactionOfYear> Satisfaction { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        if (RegencyCode.TryParse(Code, out var code)) Sheet = (await GetSheet.HandleAsync(new GetRolloutRegency(code), Http.RequestAborted)).Value;
        if (Sheet is not null) Satisfaction = (await GetSatisfaction.HandleAsync(new ReadSatisfactionOf(code), Http.RequestAborted)).Value ?? [];
        if (Sheet is null) Http.Answer(StatusCodes.Status404NotFound);
    }
}
