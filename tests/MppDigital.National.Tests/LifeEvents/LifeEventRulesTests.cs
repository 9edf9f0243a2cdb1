using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Testing.Databases;

namespace MppDigital.National.Tests.LifeEvents;

/// <summary>A bundle that could not run is refused when it is read, with every fault at its place.</summary>
public sealed class LifeEventRulesTests
{
    private static readonly Dictionary<string, ServiceDefinition> Services = SeedData.Services.ToDictionary(s => s.Code);

    public static TheoryData<string> Codes => ["birth", "death", "marriage", "moving"];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_bundle_of_the_seed_runs_with_the_services_of_the_seed(string code)
    {
        var happening = Read(code);

        Assert.Empty(LifeEventRules.Check(happening, Services.GetValueOrDefault));
        var form = EventOf(happening).FormOf(EventOf(happening).Parts);
        Assert.Equal(form.FormFields.Count, form.FormFields.Select(f => f.Name).Distinct().Count());
        Assert.Equal(form.Requirements.Count, form.Requirements.Select(r => r.Code).Distinct().Count());
    }

    [Theory]
    [InlineData("services[0].code", "\"DKC-XXX-01\"", "$.services[0].code")]
    [InlineData("services[1].code", "\"DKC-AKL-01\"", "$.services[1].code")]
    [InlineData("services[1].code", "\"OSS-NIB-01\"", "$.services[1].code")]
    [InlineData("services[1].given", "{ \"bukan_isian\": 1 }", "$.services[1].bukan_isian")]
    [InlineData("services[1].proven", "{ \"bukti_ubah\": \"DKC-KIA-01\" }", "$.services[1]")]
    [InlineData("services[2].later", "{ \"nik_anak\": \"DKC-KK-09\" }", "$.services[2]")]
    [InlineData("services[2].later", "{ \"no_kk\": \"DKC-AKL-01\" }", "$.services[2].no_kk")]
    [InlineData("services[2].omitted", "[\"ktp_ortu\"]", "$.services[2].omitted")]
    [InlineData("services[2].omitted", "[\"tidak_ada\"]", "$.services[2].tidak_ada")]
    [InlineData("services[2].question.name", "\"Perlu KIA\"", "$.services[2].question.name")]
    [InlineData("services[2].question.name", "\"nama_anak\"", "$.services[0].fields")]
    [InlineData("services[2].fields", "{ \"nik\": \"nama_anak\" }", "$.services[2].fields")]
    [InlineData("services[2].documents", "{ \"ktp_ortu\": \"skl\" }", "$.services[2].documents")]
    [InlineData("name_id", "\"\"", "$.name_id")]
    [InlineData("legal_basis", "[]", "$.legal_basis")]
    [InlineData("code", "\"Anak Lahir\"", "$.code")]
    public void A_broken_bundle_is_refused_at_its_place(string member, string value, string place)
    {
        var json = JsonNode.Parse(File.ReadAllText(PathOf("birth")))!;
        var parts = member.Split('.', '[', ']').Where(p => p.Length > 0).ToList();
        var at = json;
        foreach (var part in parts.SkipLast(1)) at = int.TryParse(part, out var index) ? at![index] : at![part];
        at![parts[^1]] = JsonNode.Parse(value);

        var faults = LifeEventRules.Check(json.Deserialize<LifeEventDefinition>(DefinitionJson.Options)!, Services.GetValueOrDefault);

        Assert.Contains(place, faults.Select(f => f.Path));
    }

    private static LifeEventDefinition Read(string code) => JsonSerializer.Deserialize<LifeEventDefinition>(File.ReadAllText(PathOf(code)), DefinitionJson.Options)!;

    private static LifeEvent EventOf(LifeEventDefinition definition) =>
        new(definition, [.. definition.Services.Select(s => new LifeEventPart(s, new PublishedService(Services[s.Code], 1, DateTime.UnixEpoch, "")))]);

    private static string PathOf(string code) => Path.Combine(Platform.ProjectFolders.Root(), "tenants-seed", "life-events", $"{code}.json");
}
