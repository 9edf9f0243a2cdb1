using System.Text.Json.Nodes;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Http;

/// <summary>A client that heard no answer asks again with the same key, and must not have made a second thing by that.</summary>
[Collection(RunningProgram.Name)]
public sealed class RepeatTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task The_same_key_makes_one_draft()
    {
        var citizen = await program.CitizenAsync(14);
        var (body, key) = (new JsonObject { ["service"] = Filings.Service, ["data"] = new JsonObject { ["sip_ke"] = 1 } }, MppClient.NewKey());
        var before = await StoredRows.CountAsync(program, Here);

        var answers = await ThreeTimesAsync(() => citizen.PostAsync(Here, "/api/v1/drafts", body.DeepClone(), key));

        Assert.All(answers, answer => Assert.Equal(answers[0].Headers.Location, answer.Headers.Location));
        var read = (await citizen.GetAsync(Here, answers[0].Headers.Location!.ToString())).Expect(200);
        Assert.Equal((read.Text, read.ETag), (answers[0].Text, answers[0].ETag));
        body["data"]!["sip_ke"] = 2;
        (await citizen.PostAsync(Here, "/api/v1/drafts", body, key)).Expect(422, "idempotency-key-reused");
        Assert.Equal(["draft_parts 1", "drafts 1", "idempotency_keys 1"], await MadeSinceAsync(before));
    }

    [Fact]
    public async Task The_same_key_keeps_one_file()
    {
        var citizen = await program.CitizenAsync(14);
        var (photo, key) = (SampleFiles.Png(40, 40), MppClient.NewKey());
        var before = await StoredRows.CountAsync(program, Here);

        await ThreeTimesAsync(() => citizen.UploadAsync(Here, photo, key: key));

        (await citizen.UploadAsync(Here, photo, requirement: "str", key: key)).Expect(422, "idempotency-key-reused");
        (await citizen.UploadAsync(Here, SampleFiles.Png(41, 40), key: key)).Expect(422, "idempotency-key-reused");
        Assert.Equal(["files 1", "idempotency_keys 1"], await MadeSinceAsync(before));
    }

    [Fact]
    public async Task A_key_belongs_to_one_call_and_one_person()
    {
        var (citizen, neighbour) = (await program.CitizenAsync(14), await program.CitizenAsync(15));
        var (body, key) = (new JsonObject { ["service"] = Filings.Service, ["data"] = new JsonObject() }, MppClient.NewKey());
        var made = (await citizen.PostAsync(Here, "/api/v1/drafts", body, key)).Expect(201);

        (await citizen.UploadAsync(Here, SampleFiles.Png(), key: key)).Expect(422, "idempotency-key-reused");

        Assert.NotEqual(made.TextOf("id"), (await neighbour.PostAsync(Here, "/api/v1/drafts", body.DeepClone(), key)).Expect(201).TextOf("id"));
    }

    /// <summary>Twice at once, for the race, and once afterwards.</summary>
    private static async Task<IReadOnlyList<Answer>> ThreeTimesAsync(Func<Task<Answer>> ask)
    {
        Answer[] answers = [.. await Task.WhenAll(ask(), ask()), await ask()];
        Assert.All(answers, answer => Assert.Equal(answers[0].Expect(201).Text, answer.Expect(201).Text));
        return answers;
    }

    private async Task<IEnumerable<string>> MadeSinceAsync(IReadOnlyDictionary<string, int> before) =>
        (await StoredRows.CountAsync(program, Here)).Where(table => table.Value != before[table.Key]).Select(table => $"{table.Key} {table.Value - before[table.Key]}");
}
