using System.Text.Json.Nodes;
using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Tests.Catalog;

/// <summary>The fee of a definition, judged when it is saved: each fault at its place.</summary>
public sealed class FeeRulesTests
{
    private static readonly string Advert = File.ReadAllText(Path.Combine(SeedFolder.Original, "services", "DPM-RKL-01.json"));

    public static TheoryData<string, string?, string, string> OneFault => new()
    {
        { "/fee/formula/value", """{ "amount": 5, "field": "luas" }""", "/fee/formula/value", "one of amount" },
        { "/fee/formula/value", "{}", "/fee/formula/value", "one of amount" },
        { "/fee/formula/value", """{ "field": "warna" }""", "/fee/formula/value/field", "a number of the form" },
        { "/fee/formula/value", """{ "field": "jenis" }""", "/fee/formula/value/field", "a number of the form" },
        { "/fee/formula/value", """{ "sum": [{ "amount": 1 }, { "field": "group.none" }] }""", "/fee/formula/value/sum/1/field", "group.member" },
        { "/fee/formula/value", """{ "difference": [{ "amount": 1 }] }""", "/fee/formula/value/difference", "two parts" },
        { "/fee/formula/value", """{ "product": [] }""", "/fee/formula/value/product", "1 to 10" },
        { "/fee/formula/value", """{ "amount": 1000000000000 }""", "/fee/formula/value/amount", "at most" },
        { "/fee/formula/value", """{ "choice": { "field": "luas", "amounts": [] } }""", "/fee/formula/value/choice/field", "options" },
        { "/fee/formula/value", """{ "choice": { "field": "jenis", "amounts": [{ "value": "baliho", "amount": 1 }] } }""", "/fee/formula/value/choice/amounts", "each option once" },
        { "/fee/formula/value", """{ "sum": [{ "sum": [{ "sum": [{ "sum": [{ "sum": [{ "amount": 1 }] }] }] }] }] }""", "/fee/formula/value", "5 levels" },
        { "/fee/formula/rounding", "\"away\"", "/fee/formula/rounding", "nearest" },
        { "/fee/formula/round_to", "7", "/fee/formula/round_to", "one of 1, 10" },
        { "/fee/formula/explain_en", "\"\"", "/fee/formula/explain_en", "1 to 200" },
        { "/fee/formula/tariff_id", "\"\"", "/fee/formula/tariff_id", "price of" },
        { "/fee/formula/eval", "\"1+1\"", "/fee/formula/eval", "no such member" },
        { "/fee/due", "\"someday\"", "/fee/due", "before-decision" },
        { "/fee/amount_idr", "5000", "/fee/amount_idr", "the formula tells" },
        { "/fee/type", "\"pnbp\"", "/override_bounds/tariff", "by the nation alone" },
        { "/override_bounds/tariff", "null", "/fee/formula/value", "override_bounds.tariff" },
        { "/override_bounds/tariff/maximum_idr", "1000000000000", "/override_bounds/tariff/maximum_idr", "at most" },
    };

    [Theory]
    [MemberData(nameof(OneFault))]
    public void Names_the_place_and_what_is_expected_there(string target, string? value, string place, string expected)
    {
        var definition = JsonNode.Parse(Advert)!;
        var parts = target[1..].Split('/');
        var owner = parts[..^1].Aggregate(definition, (node, name) => node[name]!);
        owner[parts[^1]] = value is null ? null : JsonNode.Parse(value);

        var check = DefinitionCheck.Of(definition);

        Assert.Null(check.Definition);
        Assert.Contains(check.Faults, f => f.Path == place && f.Expected.IsKnown && $"{f.Expected}".Contains(expected, StringComparison.Ordinal));
        Assert.Single(check.Faults);
    }
}
