using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>Every file is in somebody's hands: who may hand it to whom, and what several files at once do.</summary>
public sealed class OwnershipTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private readonly Desk desk = new(regencies);

    [Fact]
    public async Task Until_an_officer_has_it_the_head_answers_for_it()
    {
        var number = await FileAsync();
        Assert.All((await desk.SeeAsync(number, desk.Head)).Stages, s => Assert.Equal("rina", s.Owner?.Sub));

        await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);
        var owners = (await desk.SeeAsync(number, desk.Head)).Stages.ToDictionary(s => $"{s.Action}@{s.Agency}", s => s.Owner?.Sub);
        Assert.Equal(("dedi", "rina", "rina"), (owners["verify@DPMPTSP"], owners["recommend@DINKES"], owners["approve@DPMPTSP"]));
    }

    [Fact]
    public async Task A_head_hands_a_file_over_and_only_its_owner_hands_it_on()
    {
        var number = await FileAsync();
        await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);

        Assert.Equal("not-yours-to-assign", (await desk.TryAsync(number, d => new AssignApplication(d, "DPMPTSP", "ratna"), desk.Colleague)).Problem?.Code);
        await desk.DoAsync(number, d => new AssignApplication(d, "DPMPTSP", "ratna"), desk.Head);
        Assert.Contains(number, await desk.ListAsync(desk.Colleague, "mine"));
        Assert.DoesNotContain(number, await desk.ListAsync(desk.Officer, "mine"));
        await desk.DoAsync(number, d => new AssignApplication(d, "DPMPTSP", "dedi"), desk.Colleague);
        Assert.Contains(number, await desk.ListAsync(desk.Officer, "mine"));
        // Handing on is no news for the citizen.
        Assert.DoesNotContain((await desk.SeeAsync(number, desk.Head)).Application.Timeline, t => t.Kind == "assigned");
    }

    [Fact]
    public async Task Refuses_an_agency_without_a_stage_and_people_without_a_seat_there()
    {
        var number = await FileAsync();
        Assert.Equal("/agency", Pointer(await desk.TryAsync(number, d => new AssignApplication(d, "DISDIK", "dedi"), desk.Head)));
        Assert.Equal("/to", Pointer(await desk.TryAsync(number, d => new AssignApplication(d, "DINKES", "dedi"), desk.Head)));
        Assert.Equal("/to", Pointer(await desk.TryAsync(number, d => new AssignApplication(d, "DINKES", "siapa"), desk.Head)));
        Assert.Equal("wrong-role", (await desk.TryAsync(number, d => new AssignApplication(d, "DINKES", "yuni"), desk.Officer)).Problem?.Code);
        // Nobody has it yet: an officer of the agency may take it, not give it to another.
        Assert.Equal("not-yours-to-assign", (await desk.TryAsync(number, d => new AssignApplication(d, "DPMPTSP", "ratna"), desk.Officer)).Problem?.Code);
        await desk.DoAsync(number, d => new AssignApplication(d, "DINKES", "yuni"), desk.Health);
        Assert.Contains(number, await desk.ListAsync(desk.Health, "mine"));
    }

    [Fact]
    public async Task Several_files_at_once_are_several_decisions()
    {
        var (first, second, stale) = (await FileAsync(), await FileAsync(), await FileAsync());
        var seen = new List<SeenFile>();
        foreach (var number in (string[])[first, second, stale]) seen.Add(new SeenFile(number, (await desk.FindAsync(number)).Version));
        await desk.DoAsync(stale, d => new ClaimApplication(d), desk.Colleague);

        var moved = await TogetherAsync("claim", [.. seen, new SeenFile("1375-26-999999", 1)]);

        Assert.Equal([null, null, "stale", "unknown-application"], moved.Value!.Select(m => m.Problem?.Code));
        Assert.Equal(("dedi", "dedi", "ratna"), ((await desk.FindAsync(first)).ClaimedBy, (await desk.FindAsync(second)).ClaimedBy, (await desk.FindAsync(stale)).ClaimedBy));
        Assert.Equal("/action", Pointer(await TogetherAsync("refuse", seen)));
        Assert.Equal("/files", Pointer(await TogetherAsync("claim", [])));
        Assert.Equal("/files", Pointer(await TogetherAsync("claim", [seen[0], seen[0]])));
    }

    private Task<Outcome<IReadOnlyList<MovedFile>>> TogetherAsync(string action, IReadOnlyList<SeenFile> files) =>
        regencies.RunAsync<MoveTogether, IReadOnlyList<MovedFile>>(TwoRegencies.Bukittinggi, new MoveTogether(desk.Officer, action, files));

    private static string? Pointer<T>(Outcome<T> outcome) => outcome.Problem?.Errors.Keys.Single();

    private async Task<string> FileAsync()
    {
        await desk.OpenAsync();
        return await desk.FileAsync();
    }
}
