using System.Text.Json;
using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

public sealed class RulesCheckTests
{
    private static readonly JsonElement Numbers = JsonDocument.Parse(Vectors.Read("numbers.json")).RootElement;

    [Fact]
    public async Task Judges_every_published_nik_as_published()
    {
        var vectors = new[] { "nik_valid", "nik_invalid", "nik_warning" }.SelectMany(kind => Numbers.GetProperty(kind).EnumerateArray()).ToList();

        var verdicts = await JudgeAsync(vectors.Select(v => (object)new { nik = v.GetProperty("nik").GetString(), today = "2026-11-21" }));

        Assert.Equal(vectors.Count, verdicts.Count);
        foreach (var (vector, verdict) in vectors.Zip(verdicts))
        {
            foreach (var name in new[] { "valid", "error", "warning", "birth", "sex", "serial" })
            {
                if (vector.TryGetProperty(name, out var expected)) Assert.Equal(expected.ToString(), verdict.GetProperty(name).ToString());
            }
        }
    }

    [Fact]
    public async Task Judges_every_published_phone_number()
    {
        var sound = Numbers.GetProperty("phone").GetProperty("vectors").EnumerateArray().ToList();
        var wrong = Numbers.GetProperty("phone").GetProperty("invalid").EnumerateArray().ToList();

        var verdicts = await JudgeAsync(sound.Concat(wrong).Select(v => (object)new { phone = v.GetProperty("input").GetString() }));

        Assert.Equal(sound.Select(v => (v.GetProperty("e164").GetString(), v.GetProperty("kind").GetString())),
            verdicts.Take(sound.Count).Select(v => (v.GetProperty("e164").GetString(), v.GetProperty("kind").GetString())));
        Assert.All(verdicts.Skip(sound.Count), v => Assert.False(v.GetProperty("valid").GetBoolean()));
    }

    [Fact]
    public async Task Judges_every_published_tax_and_business_number()
    {
        var tax = Numbers.GetProperty("npwp").GetProperty("vectors").EnumerateArray().ToList();

        var verdicts = await JudgeAsync(tax.Select(v => (object)new { npwp = v.GetProperty("input").GetString(), today = "2026-11-21" }));
        Assert.Equal(tax.Select(v => (v.GetProperty("npwp16").GetString(), v.GetProperty("kind").GetString())),
            verdicts.Select(v => (v.GetProperty("npwp16").GetString(), v.GetProperty("kind").GetString())));

        foreach (var (list, valid) in new[] { ("valid", true), ("invalid", false) })
        {
            var judged = await JudgeAsync(Numbers.GetProperty("nib").GetProperty(list).EnumerateArray().Select(v => (object)new { nib = v.GetString() }));
            Assert.All(judged, v => Assert.Equal(valid, v.GetProperty("valid").GetBoolean()));
        }
    }

    [Fact]
    public async Task Judges_payment_codes_and_surveys()
    {
        var code = JsonDocument.Parse(Vectors.Read("qris.json")).RootElement.GetProperty("vectors").EnumerateArray().Single(v => v.GetProperty("id").GetString() == "dynamic-150000");
        var scores = JsonDocument.Parse(Vectors.Read("survey.json")).RootElement.GetProperty("worked_example").GetProperty("scores");

        var verdicts = await JudgeAsync([new { id = "q", payload = code.GetProperty("payload").GetString() }, new { scores }]);

        Assert.Equal(("q", "150000", "SKRD-2026-000123"),
            (verdicts[0].GetProperty("id").GetString(), verdicts[0].GetProperty("amount").GetString(), verdicts[0].GetProperty("billNumber").GetString()));
        Assert.Equal(("81.11", "B"), (verdicts[1].GetProperty("ikm").GetString(), verdicts[1].GetProperty("grade").GetString()));
    }

    [Theory]
    [InlineData("oops")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "nik": 1375010101909901 }""")]
    [InlineData("""{ "survey": [null] }""")]
    [InlineData("""{ "survey": [["1"]] }""")]
    public async Task Goes_on_after_a_line_that_it_cannot_read(string line)
    {
        var run = await RunningMpp.CallAsync($$"""
            {{line}}
            { "nib": "9999999999901" }
            """, "rules", "check", "--json");

        Assert.Equal(ExitCode.PartlyDone, run.ExitCode);
        Assert.Equal("unreadable", run.JsonLines[0].GetProperty("error").GetString());
        Assert.True(run.JsonLines[1].GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Never_repeats_a_whole_nik()
    {
        var run = await RunningMpp.CallAsync("""{ "nik": "1375010101909901" }""", "rules", "check");

        Assert.DoesNotContain("1375010101909901", run.Out, StringComparison.Ordinal);
        Assert.Contains("1375•• •••••• ••01", run.Out, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> JudgeAsync(IEnumerable<object> cases)
    {
        var run = await RunningMpp.CallAsync(string.Join('\n', cases.Select(c => JsonSerializer.Serialize(c))), "rules", "check");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return run.JsonLines;
    }
}
