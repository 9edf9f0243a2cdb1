using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>Visits, checklists and opinions as the definition asks for them.</summary>
public sealed class StageTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly ChecklistItem[] Checklist =
    [
        new() { Code = "papan_nama", LabelId = "Papan nama terpasang", LabelEn = "Sign is up", Mandatory = true },
        new() { Code = "parkir", LabelId = "Ada tempat parkir", LabelEn = "There is parking", Mandatory = false },
    ];

    private static readonly ServiceDefinition Service = SampleWorkflows.With(
        twoPerson: true, SampleWorkflows.Step(WorkflowAction.Claim), SampleWorkflows.Step(WorkflowAction.Verify), SampleWorkflows.Step(WorkflowAction.Visit) with { Checklist = Checklist, LimitWorkingDays = 2 },
        SampleWorkflows.Step(WorkflowAction.Recommend, "DINKES"), SampleWorkflows.Step(WorkflowAction.Recommend, "DLH"));

    private readonly Desk desk = new(regencies);

    [Fact]
    public async Task A_visit_needs_its_report_and_every_mandatory_check()
    {
        var number = await VerifiedAsync();

        Assert.Equal("/note", Pointer(await desk.TryAsync(number, d => new VisitApplication(d, new StageReport("baik", ["papan_nama"])), desk.Officer)));
        Assert.Equal("/checks", Pointer(await desk.TryAsync(number, d => new VisitApplication(d, new StageReport("Sudah dilihat bersama pemilik.", ["parkir"])), desk.Officer)));
        Assert.Equal("/checks/1", Pointer(await desk.TryAsync(number, d => new VisitApplication(d, new StageReport("Sudah dilihat bersama pemilik.", ["papan_nama", "kolam"])), desk.Officer)));
        await desk.DoAsync(number, d => new VisitApplication(d, new StageReport("Sudah dilihat bersama pemilik.", ["papan_nama"])), desk.Officer);

        var view = await desk.SeeAsync(number, desk.Head);
        var visit = view.Stages.Single(s => s.Action == "visit");
        Assert.Equal(("done", "Sudah dilihat bersama pemilik.", "dedi"), (visit.State, visit.Note, visit.By?.Name));
        Assert.Equal([("papan_nama", true), ("parkir", false)], visit.Checklist.Select(c => (c.Code, c.Checked)));
        // What officers tell each other is not for the citizen.
        Assert.All(view.Application.Timeline, t => Assert.Equal(("", 0), (t.Reason, t.Fields.Count)));
    }

    [Fact]
    public async Task Opinions_are_open_at_once_and_the_decision_waits_for_all()
    {
        var number = await VisitedAsync();
        Assert.Contains(number, await desk.ListAsync(desk.Health, "turn"));
        Assert.Contains(number, await desk.ListAsync(desk.Environment, "turn"));

        await desk.DoAsync(number, d => new RecommendApplication(d, RecommendApplication.InFavour, StageReport.Empty), desk.Environment);
        Assert.DoesNotContain(number, await desk.ListAsync(desk.Environment, "turn"));
        Assert.Equal("illegal-transition", (await desk.TryAsync(number, d => new RecommendApplication(d, RecommendApplication.InFavour, StageReport.Empty), desk.Environment)).Problem?.Code);
        Assert.Equal("illegal-transition", (await desk.TryAsync(number, d => new ApproveApplication(d, ""), desk.Head)).Problem?.Code);
        Assert.DoesNotContain(number, await desk.ListAsync(desk.Head, "turn"));

        await desk.DoAsync(number, d => new RecommendApplication(d, RecommendApplication.InFavour, StageReport.Empty), desk.Health);
        Assert.Contains(number, await desk.ListAsync(desk.Head, "turn"));
        await desk.DoAsync(number, d => new ApproveApplication(d, ""), desk.Head);
        Assert.Equal("issued", (await desk.SeeAsync(number, desk.Head)).Application.Status);
    }

    [Fact]
    public async Task Approving_against_an_opinion_needs_a_written_reason()
    {
        var number = await VisitedAsync();
        Assert.Equal("/opinion", Pointer(await desk.TryAsync(number, d => new RecommendApplication(d, "mungkin", StageReport.Empty), desk.Health)));
        Assert.Equal("/note", Pointer(await desk.TryAsync(number, d => new RecommendApplication(d, RecommendApplication.Against, StageReport.Empty), desk.Health)));
        await desk.DoAsync(number, d => new RecommendApplication(d, RecommendApplication.Against, new StageReport("Jarak ke puskesmas terlalu dekat.", [])), desk.Health);
        await desk.DoAsync(number, d => new RecommendApplication(d, RecommendApplication.InFavour, StageReport.Empty), desk.Environment);

        Assert.Equal("/reason", Pointer(await desk.TryAsync(number, d => new ApproveApplication(d, ""), desk.Head)));
        await desk.DoAsync(number, d => new ApproveApplication(d, "Jarak diukur ulang, sudah sesuai aturan."), desk.Head);

        var stages = (await desk.SeeAsync(number, desk.Head)).Stages;
        Assert.Equal((false, "Jarak ke puskesmas terlalu dekat."), (stages.Single(s => s.Agency == "DINKES").InFavour, stages.Single(s => s.Agency == "DINKES").Note));
        Assert.True(stages.Single(s => s.Agency == "DLH").InFavour);
    }

    [Fact]
    public async Task A_stage_has_a_limit_of_its_own_that_begins_when_the_one_before_ends()
    {
        var number = await VerifiedAsync();
        var stage = (await desk.SeeAsync(number, desk.Officer)).Stages.Single(s => s.Action == "visit");
        // The clock stands on Monday, 9 November 2026: two working days after that day.
        var began = DateOnly.FromDateTime((await desk.FindAsync(number)).Events.Single(e => e.Kind == "verified").At.AddHours(7));
        Assert.Equal(("open", false), (stage.State, stage.Late));
        Assert.InRange(stage.DueOn!.Value.DayNumber - began.DayNumber, 2, 4);

        regencies.Clock.AdvanceTo(regencies.Clock.UtcNow.AddDays(stage.DueOn.Value.DayNumber - began.DayNumber + 1));
        Assert.True((await desk.SeeAsync(number, desk.Officer)).Stages.Single(s => s.Action == "visit").Late);
    }

    private static string? Pointer<T>(Outcome<T> outcome) => outcome.Problem?.Errors.Keys.Single();

    private async Task<string> VerifiedAsync()
    {
        await desk.OpenAsync(Service);
        var number = await desk.FileAsync();
        await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);
        await desk.DoAsync(number, d => new VerifyApplication(d, StageReport.Empty), desk.Officer);
        return number;
    }

    private async Task<string> VisitedAsync()
    {
        var number = await VerifiedAsync();
        await desk.DoAsync(number, d => new VisitApplication(d, new StageReport("Sudah dilihat bersama pemilik.", ["papan_nama"])), desk.Officer);
        return number;
    }
}
