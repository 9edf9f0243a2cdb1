using MppDigital.National.Performance;
using MppDigital.National.Rollout;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tests.Rollout;

public sealed class RolloutTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    [Theory]
    [InlineData("2017-12-30", 514, null, null, null)]
    [InlineData("2022-12-04", 514, 67, "0.1304", null)]
    [InlineData("2022-12-31", 514, 103, "0.2004", null)]
    [InlineData("2022-12-31", 509, 103, "0.2024", null)]
    [InlineData("2023-06-19", 514, 103, "0.2004", null)]
    [InlineData("2023-06-20", 514, 120, "0.2335", 21)]
    [InlineData("2024-10-30", 514, 208, "0.4047", 21)]
    [InlineData("2024-10-31", 514, 230, "0.4475", 21)]
    [InlineData("2025-12-14", 514, 296, "0.5759", 21)]
    [InlineData("2025-12-15", 514, 305, "0.5934", 21)]
    [InlineData("2026-11-19", 509, 305, "0.5992", 21)]
    public async Task Tells_the_last_announced_figures_of_a_day(string asOf, int of, int? malls, string? share, int? digital)
    {
        var summary = await SummaryAsync(new GetRolloutSummary(DateOnly.Parse(asOf, null), of));

        Assert.Equal(malls, summary.Malls);
        Assert.Equal(share, summary.Share?.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(digital, summary.Digital);
        Assert.Equal(of, summary.Target);
        Assert.Equal(malls is null, summary.Sources.Count == 0);
    }

    [Fact]
    public async Task Takes_today_in_Jakarta_when_no_day_is_asked_for()
    {
        // 17.30 UTC is half past midnight of the next day in Jakarta.
        national.Clock.AdvanceTo(new DateTime(2026, 11, 19, 17, 30, 0, DateTimeKind.Utc));

        Assert.Equal(new DateOnly(2026, 11, 20), (await SummaryAsync(new GetRolloutSummary())).AsOf);
    }

    [Fact]
    public async Task Refuses_another_base() =>
        Assert.Equal("unknown-base", (await national.RunAsync<GetRolloutSummary, RolloutSummary>(new GetRolloutSummary(Base: 500))).Problem?.Code);

    [Fact]
    public async Task Counts_known_regencies_and_leaves_unknown_unknown()
    {
        var all = (await national.GetAsync<ListRolloutRegencies, RolloutRegencies>(new ListRolloutRegencies(Limit: 514))).Items;

        Assert.Equal(514, all.Count);
        Assert.Equal(198, all.Count(r => r.Stage == RolloutStage.Inaugurated));
        Assert.Equal(41, all.Count(r => r.Stage == RolloutStage.Operating));
        Assert.Equal(275, all.Count(r => r.Stage == RolloutStage.Unknown && r.Since is null));
        Assert.Equal(21, all.Count(r => r.DigitalPilot));
        // Named in June and again in October 2024: the earlier day stays.
        Assert.Equal("2024-06-24", all.Single(r => r.Code == "13.10").Since);
    }

    [Fact]
    public async Task Pages_by_cursor_and_filters_by_stage()
    {
        var codes = new List<string>();
        string? after = null;
        do
        {
            var page = await national.GetAsync<ListRolloutRegencies, RolloutRegencies>(new ListRolloutRegencies("inaugurated", After: after, Limit: 50));
            codes.AddRange(page.Items.Select(r => r.Code));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(198, codes.Distinct().Count());
        Assert.Equal(198, codes.Count);
        Assert.Equal("unknown-stage", (await national.RunAsync<ListRolloutRegencies, RolloutRegencies>(new ListRolloutRegencies("open"))).Problem?.Code);
    }

    [Fact]
    public async Task Adds_up_by_province()
    {
        var provinces = (await national.GetAsync<ListRolloutProvinces, RolloutProvinces>(new ListRolloutProvinces())).Items;

        Assert.Equal(38, provinces.Count);
        Assert.Equal(514, provinces.Sum(p => p.Regencies));
        var java = provinces.Single(p => p.Code == "33");
        Assert.Equal((35, 35), (java.Inaugurated + java.Operating, java.Regencies));
        Assert.Equal(0, provinces.Single(p => p.Code == "75").Share);
    }

    [Fact]
    public async Task Draws_announced_totals_and_the_plan_and_ends_with_the_last_fact()
    {
        var curve = await national.GetAsync<GetRolloutCurve, RolloutCurve>(new GetRolloutCurve());

        Assert.Equal(new CurvePoint(new DateOnly(2025, 12, 15), 305), curve.Announced[^1]);
        Assert.Equal([103, 253, 514], curve.Planned.Select(p => p.Count));
        Assert.Equal([(2023, 72), (2024, 97), (2025, 33)], curve.Yearly.TakeLast(3).Select(y => (y.Year, y.Added)));
        Assert.Equal(new RolloutForecast(33, 67.3m), curve.Forecast);
    }

    [Fact]
    public async Task Records_a_fact_once_and_only_on_the_version_seen()
    {
        var code = RegencyCode.Parse("75.71");
        var before = await national.GetAsync<GetRolloutRegency, RolloutRegencySheet>(new GetRolloutRegency(code));
        Assert.Equal(RolloutStage.Unknown, before.Stage);
        var fact = new RecordRolloutFact(code, RolloutEvent.Inaugurated, new DateOnly(2026, 11, 10), "Siaran pers 10 November 2026", before.Version, "sub-analyst");

        var after = await national.GetAsync<RecordRolloutFact, RolloutRegencySheet>(fact);
        var stale = await national.RunAsync<RecordRolloutFact, RolloutRegencySheet>(fact);
        var twice = await national.RunAsync<RecordRolloutFact, RolloutRegencySheet>(fact with { Version = after.Version });
        var tomorrow = await national.RunAsync<RecordRolloutFact, RolloutRegencySheet>(fact with { Version = after.Version, On = new DateOnly(2026, 12, 24) });

        Assert.Equal(RolloutStage.Inaugurated, after.Stage);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(ProblemKind.Stale, stale.Problem?.Kind);
        Assert.Equal(after.Version, Assert.IsType<RolloutRegencySheet>(stale.Problem!.Current).Version);
        Assert.Equal("already-recorded", twice.Problem?.Code);
        Assert.Equal("invalid-rollout-entry", tomorrow.Problem?.Code);
        // So that the counts of the other tests stand.
        await using var db = national.Open();
        db.RemoveRange(db.StageEvents.Where(e => e.RegencyCode == "75.71"));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Adds_up_what_regencies_pushed_and_nothing_twice()
    {
        var before = (await SummaryAsync(new GetRolloutSummary())).Platform;
        var push = new PushFigures(RegencyCode.Parse("13.75"), 10, national.Clock.UtcNow, Applications: 5, Decided: 3, Deemed: 1, Issued: 2, Undeclared: 0, Late: 0, OldestDue: null);

        await PushAsync(push);
        await PushAsync(push);
        await PushAsync(push with { Sequence = 9, Issued = 99 });
        await PushAsync(new PushFigures(RegencyCode.Parse("13.71"), 1, national.Clock.UtcNow, 10, 0, 0, 0, 0, 0, null));

        var after = (await SummaryAsync(new GetRolloutSummary())).Platform;
        Assert.Equal((before.Applications + 15, before.Decided + 3, before.Deemed + 1, before.Issued + 2), (after.Applications, after.Decided, after.Deemed, after.Issued));
        Assert.Equal("regency-not-found", (await national.RunAsync<PushFigures, Done>(push with { Regency = RegencyCode.Parse("99.99") })).Problem?.Code);

        await PushAsync(push with { Sequence = 11, Issued = 4 });
        Assert.Equal(after.Issued + 2, (await SummaryAsync(new GetRolloutSummary())).Platform.Issued);
    }

    private Task<RolloutSummary> SummaryAsync(GetRolloutSummary input) => national.GetAsync<GetRolloutSummary, RolloutSummary>(input);

    private Task<Done> PushAsync(PushFigures input) => national.GetAsync<PushFigures, Done>(input);
}
