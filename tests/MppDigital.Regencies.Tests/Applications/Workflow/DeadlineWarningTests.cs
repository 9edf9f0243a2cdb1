using MppDigital.National.Performance;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Figures;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>Half of the limit warns the owner, 80 percent the head, its end the ministry.</summary>
public sealed class DeadlineWarningTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private readonly Desk desk = new(regencies);

    [Fact]
    public async Task Each_warning_is_given_once_to_whoever_can_act()
    {
        var number = await ClaimedAsync(grantedByLaw: false);
        var before = (Officer: await desk.AlarmsAsync(desk.Officer), Head: await desk.AlarmsAsync(desk.Head));

        // Five working days: half of them falls into the third, 80 percent into the fifth.
        foreach (var (level, mine, urgent, late) in ((int, int, int, int)[])[(50, 1, 0, 0), (80, 1, 1, 0), (100, 1, 0, 1)])
        {
            regencies.Clock.AdvanceTo((await desk.FindAsync(number)).WarnAt!.Value);
            await WalkAsync();
            await WalkAsync();
            var file = await desk.FindAsync(number);
            Assert.Equal((level, 1), (file.WarnedLevel, file.Events.Count(e => e.Kind == $"warned-{level}")));
            Assert.Equal(before.Officer.Mine + mine, (await desk.AlarmsAsync(desk.Officer)).Mine);
            Assert.Equal((before.Head.Urgent + urgent, before.Head.Late + late), ((await desk.AlarmsAsync(desk.Head)).Urgent, (await desk.AlarmsAsync(desk.Head)).Late));
            await regencies.VisitAsync(TwoRegencies.Bukittinggi, SendFigures.Kind);
            Assert.Equal(late > 0, (await MinistryAsync()).Any(r => r.Late > 0));
        }

        Assert.Null((await desk.FindAsync(number)).WarnAt);
        Assert.Contains(number, await desk.ListAsync(desk.Head, "late"));
        // The citizen is not told how the office reminds itself.
        Assert.DoesNotContain((await desk.SeeAsync(number, desk.Head)).Application.Timeline, t => t.Kind.StartsWith("warned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pause_stops_the_warnings_and_the_rest_of_the_limit_brings_them_back()
    {
        var number = await ClaimedAsync(grantedByLaw: false);
        var planned = (await desk.FindAsync(number)).WarnAt!.Value;
        await desk.DoAsync(number, d => new ReturnApplication(d, "Jadwal belum jelas, lengkapi.", ["jadwal_praktik"]), desk.Officer);
        regencies.Clock.AdvanceTo(planned.AddDays(7));
        await WalkAsync();
        Assert.Equal((null, 0), ((await desk.FindAsync(number)).WarnAt, (await desk.FindAsync(number)).WarnedLevel));
    }

    [Fact]
    public async Task What_the_law_grants_and_nobody_writes_down_is_an_alarm_by_its_age()
    {
        var number = await ClaimedAsync(grantedByLaw: true);
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, SendFigures.Kind);
        var due = (await desk.FindAsync(number)).DueAt!.Value;

        regencies.Clock.AdvanceTo(due.AddMinutes(59));
        Assert.DoesNotContain(await MinistryAsync(), r => r.Unwritten);
        regencies.Clock.AdvanceTo(due.AddMinutes(61));
        Assert.Contains(await MinistryAsync(), r => r.Unwritten);
        await WalkAsync();
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, SendFigures.Kind);
        Assert.DoesNotContain(await MinistryAsync(), r => r.Unwritten);
        Assert.Equal([50, 80], (await desk.FindAsync(number)).Events.Where(e => e.Kind.StartsWith("warned", StringComparison.Ordinal)).Select(e => int.Parse(e.Kind[7..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private Task WalkAsync() => regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.GrantDue);

    private Task<IReadOnlyList<AlarmedRegency>> MinistryAsync() =>
        regencies.GetAsync<ListAlarms, IReadOnlyList<AlarmedRegency>>(TwoRegencies.Bukittinggi, new ListAlarms());

    private async Task<string> ClaimedAsync(bool grantedByLaw)
    {
        var service = SeedData.Service("DPM-SIP-04");
        await desk.OpenAsync(grantedByLaw ? service : service with { ProcessingTime = service.ProcessingTime with { DeemedApproval = null } });
        var number = await desk.FileAsync();
        await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);
        return number;
    }
}
