using Microsoft.AspNetCore.Components;
using MppDigital.National.Performance;
using MppDigital.National.Rollout;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.Ministry.MinistryTexts;

namespace MppDigital.Web.Ministry;

/// <summary>How far the country is, for everybody. Reads the national database alone; regencies push their figures to it.</summary>
public sealed partial class Dashboard
{
    // One provincial hall has served the six units of Jakarta since 2017, so announced totals count them once.
    private const string Jakarta = "31";

    [Inject]
    private IUseCase<GetRolloutSummary, RolloutSummary> GetSummary { get; set; } = null!;

    [Inject]
    private IUseCase<GetRolloutCurve, RolloutCurve> GetCurve { get; set; } = null!;

    [Inject]
    private IUseCase<ListRolloutRegencies, RolloutRegencies> ListRegencies { get; set; } = null!;

    [Inject]
    private IUseCase<ListRolloutProvinces, RolloutProvinces> ListProvinces { get; set; } = null!;

    [Inject]
    private IUseCase<ListAlarms, IReadOnlyList<AlarmedRegency>> ListAlarms { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "base")]
    private string? Base { get; set; }

    private RolloutSummary Summary { get; set; } = null!;

    private RolloutCurve Curve { get; set; } = null!;

    private IReadOnlyList<RolloutRegency> Regencies { get; set; } = [];

    private IReadOnlyList<RolloutProvince> Provinces { get; set; } = [];

    private IReadOnlyList<AlarmedRegency> Alarmed { get; set; } = [];

    private MapPlacement Placement => Services.GetRequiredService<MapPlacements>().Current;

    private int OtherBase => Summary.Base == RolloutBase.Regencies ? RolloutBase.Autonomous : RolloutBase.Regencies;

    /// <summary>Regencies of the newest inauguration that has a day.</summary>
    private List<RolloutRegency> Latest
    {
        get
        {
            var newest = Regencies.Where(r => r.Stage == RolloutStage.Inaugurated).Select(r => PartialDates.Day(r.Since)).Max();
            return [.. Regencies.Where(r => newest is not null && r.Stage == RolloutStage.Inaugurated && PartialDates.Day(r.Since) == newest).OrderBy(r => r.Name, StringComparer.Ordinal)];
        }
    }

    private int NamedMalls => Regencies.Count(r => r.Stage != RolloutStage.Unknown && r.ProvinceCode != Jakarta) + (Regencies.Any(r => r.Stage != RolloutStage.Unknown && r.ProvinceCode == Jakarta) ? 1 : 0);

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        // An unknown base shows the usual one: a mistyped link should still show the page.
        Summary = (await GetSummary.HandleAsync(new GetRolloutSummary(Base: Base == "509" ? RolloutBase.Autonomous : RolloutBase.Regencies), ct)).Value!;
        Curve = (await GetCurve.HandleAsync(new GetRolloutCurve(), ct)).Value!;
        Regencies = (await ListRegencies.HandleAsync(new ListRolloutRegencies(Limit: RolloutBase.Regencies), ct)).Value!.Items;
        Provinces = (await ListProvinces.HandleAsync(new ListRolloutProvinces(), ct)).Value!.Items;
        Alarmed = (await ListAlarms.HandleAsync(new ListAlarms(), ct)).Value!;
    }

    private static IEnumerable<string> AlarmsOf(AlarmedRegency regency)
    {
        if (regency.Undeclared > 0) yield return T("AlarmUndeclared", Figures.Whole(regency.Undeclared));
        if (regency.Late > 0) yield return T("AlarmLate", Figures.Whole(regency.Late));
        if (regency.Unwritten) yield return T("AlarmUnwritten");
        if (regency.Unmade) yield return T("AlarmUnmade");
    }

    private int CountOf(RolloutStage stage) => Regencies.Count(r => r.Stage == stage);

    private long BarOf(YearlyStep year) => Math.Max(0, year.Added) * 100L / Math.Max(1, Curve.Yearly.Max(y => y.Added));

    private static string Signed(int number) => number > 0 ? $"+{Figures.Whole(number)}" : Figures.Whole(number);

    private static string Key(string mark) => $"""<svg class="k14" viewBox="-7 -7 14 14" aria-hidden="true">{mark}</svg>""";

    private static string Moment(DateTime utc) => JakartaTime.Moment(utc);

    private static string ShortName(string province) => province switch
    {
        "Daerah Khusus Ibukota Jakarta" => "DKI Jakarta",
        "Daerah Istimewa Yogyakarta" => "DI Yogyakarta",
        "Kepulauan Bangka Belitung" => "Bangka Belitung",
        _ => province,
    };
}
