using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications;

/// <summary>Drafts cost what changes, resume anywhere, and two devices never undo each other.</summary>
public sealed class DraftTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Service = "DPM-RKL-01";

    [Fact]
    public async Task Saving_a_page_writes_what_it_asks_and_nothing_else()
    {
        var draft = await BeginAsync("sub-draft-1", """{"jenis":"spanduk","ukuran_p":2,"ukuran_l":1.5,"mulai":"2026-12-01"}""");
        var before = await PartsAsync(draft.Id);

        await StepAsync("sub-draft-1", draft, ("ukuran_p", "3"), ("mulai", "\"2026-12-01\""));

        // Every sealing differs, so that equal bytes were not written again.
        var after = await PartsAsync(draft.Id);
        Assert.Equal(["ukuran_p"], new[] { "jenis", "ukuran_p", "ukuran_l", "mulai" }.Where(name => !before[DraftPart.KeyOf(name)].SequenceEqual(after[DraftPart.KeyOf(name)])));
        Assert.Equal(before.Count, after.Count);
    }

    [Fact]
    public async Task Replacing_the_whole_writes_only_what_differs()
    {
        var draft = await BeginAsync("sub-draft-2", """{"jenis":"spanduk","ukuran_p":2,"ukuran_l":1.5}""");
        var before = await PartsAsync(draft.Id);

        await regencies.GetAsync<SaveDraft, DraftView>(TwoRegencies.Bukittinggi, new SaveDraft("sub-draft-2", "", draft.Id, draft.Version, Content("""{"jenis":"spanduk","ukuran_l":2}""")));

        var after = await PartsAsync(draft.Id);
        Assert.Equal([DraftPart.KeyOf("jenis"), DraftPart.KeyOf("ukuran_l")], after.Keys.OrderBy(k => k != DraftPart.KeyOf("jenis")));
        Assert.Equal(before[DraftPart.KeyOf("jenis")], after[DraftPart.KeyOf("jenis")]);
        Assert.NotEqual(before[DraftPart.KeyOf("ukuran_l")], after[DraftPart.KeyOf("ukuran_l")]);
    }

    [Fact]
    public async Task Resumes_with_everything_that_was_written_and_the_version_it_was_begun_with()
    {
        var draft = await BeginAsync("sub-draft-3", """{"jenis":"spanduk","catatan saya":"setengah jadi","titik":{"lat":"belum"}}""");

        var saved = await StepAsync("sub-draft-3", draft, ("jenis", null), ("email", "null"), ("ukuran_p", "\"dua\""));

        var read = await regencies.GetAsync<ReadDraft, DraftView>(TwoRegencies.Bukittinggi, new ReadDraft("sub-draft-3", null, Service));
        var expected = JsonNode.Parse("""{"catatan saya":"setengah jadi","titik":{"lat":"belum"},"email":null,"ukuran_p":"dua"}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(read.Content.Data.GetRawText())), read.Content.Data.GetRawText());
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(saved.Content.Data.GetRawText())));
        Assert.Equal((draft.CatalogVersion, saved.Version), (read.CatalogVersion, read.Version));
    }

    [Fact]
    public async Task A_second_device_is_told_what_the_first_one_wrote()
    {
        var draft = await BeginAsync("sub-draft-4", "{}");
        await StepAsync("sub-draft-4", draft, ("ukuran_p", "3"));

        var late = await regencies.RunAsync<SaveDraftStep, DraftView>(TwoRegencies.Bukittinggi, new SaveDraftStep("sub-draft-4", draft, Changes(("ukuran_p", "4")), null));

        Assert.Equal(ProblemKind.Stale, late.Problem?.Kind);
        Assert.Equal("3", Assert.IsType<DraftView>(late.Problem!.Current).Content.Data.GetProperty("ukuran_p").GetRawText());
    }

    [Fact]
    public async Task Two_devices_at_the_same_instant_leave_one_of_both()
    {
        var draft = await BeginAsync("sub-draft-5", "{}");

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => regencies.RunAsync<SaveDraftStep, DraftView>(TwoRegencies.Bukittinggi, new SaveDraftStep("sub-draft-5", draft, Changes(("ukuran_p", $"{i}")), null))));

        Assert.Single(both, b => b.Succeeded);
        Assert.Equal(ProblemKind.Stale, Assert.Single(both, b => !b.Succeeded).Problem!.Kind);
    }

    [Fact]
    public async Task Nobody_saves_into_the_draft_of_another()
    {
        var draft = await BeginAsync("sub-draft-6", "{}");

        var other = await regencies.RunAsync<SaveDraftStep, DraftView>(TwoRegencies.Bukittinggi, new SaveDraftStep("sub-draft-7", draft, Changes(("ukuran_p", "4")), null));

        Assert.Equal("unknown-draft", other.Problem?.Code);
    }

    [Fact]
    public async Task A_draft_that_lapses_leaves_no_part_behind()
    {
        var draft = await BeginAsync("sub-draft-8", """{"jenis":"spanduk"}""");
        Assert.NotEmpty(await PartsAsync(draft.Id));

        await using (var scope = regencies.Enter(TwoRegencies.Bukittinggi))
        {
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
            await db.Drafts.Where(d => d.Id == draft.Id).ExecuteDeleteAsync();
        }

        Assert.Empty(await PartsAsync(draft.Id));
    }

    [Fact]
    public async Task Refuses_a_draft_of_more_answers_than_any_form_has()
    {
        var many = new JsonObject(Enumerable.Range(0, 501).Select(i => KeyValuePair.Create<string, JsonNode?>($"f{i}", 1)));

        var refused = await regencies.RunAsync<SaveDraft, DraftView>(TwoRegencies.Bukittinggi, new SaveDraft("sub-draft-9", Service, null, null, Content(many.ToJsonString())));

        Assert.Equal(["/data"], refused.Problem!.Errors.Keys);
    }

    private Task<DraftView> BeginAsync(string sub, string answers) =>
        regencies.GetAsync<SaveDraft, DraftView>(TwoRegencies.Bukittinggi, new SaveDraft(sub, Service, null, null, Content(answers)));

    private Task<DraftView> StepAsync(string sub, DraftView seen, params (string Name, string? Json)[] answers) =>
        regencies.GetAsync<SaveDraftStep, DraftView>(TwoRegencies.Bukittinggi, new SaveDraftStep(sub, seen, Changes(answers), null));

    private static Dictionary<string, JsonElement?> Changes(params (string Name, string? Json)[] answers) =>
        answers.ToDictionary(a => a.Name, a => a.Json is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(a.Json));

    private static DraftContent Content(string answers) => new(JsonSerializer.Deserialize<JsonElement>(answers), []);

    private async Task<Dictionary<string, byte[]>> PartsAsync(Guid draft)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await db.DraftParts.AsNoTracking().Where(p => p.DraftId == draft).ToDictionaryAsync(p => p.Key, p => p.Value);
    }
}
