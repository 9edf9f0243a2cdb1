using System.Globalization;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog.Definitions;
using MppDigital.National.Catalog.Templates;

namespace MppDigital.National.Tests.Catalog;

/// <summary>Templates with a placeholder that could never be filled, or that says too much, are refused when the definition is saved.</summary>
public sealed class ProductTemplateRulesTests
{
    private const string Nurse = "DPM-SIP-04";
    private const string Research = "DPM-SKP-01";
    private const string Title = "/product/template/title";
    private const string Row = "/product/template/rows/0/value";

    public static TheoryData<string, string, string?, string, string> Faults => new()
    {
        { Nurse, Row, "\"{{holder.nama}}\"", Row, "'holder.nama' is none" },
        { Nurse, Row, "\"{{answer.no_sip}}\"", Row, "'answer.no_sip' is none" },
        { Nurse, Row, "\"{{nomor}}\"", Row, "holder.name" },
        { Nurse, Row, "\"{{holder.name}\"", Row, "no other braces" },
        { Nurse, Row, "\"{holder.name}}\"", Row, "no other braces" },
        { Nurse, Row, "\"{{ holder.name }}\"", Row, "no other braces" },
        { Nurse, Row, "\"{{{{number}}}}\"", Row, "no other braces" },
        { Nurse, Row, "\"{{answer.alamat.street}}\"", Row, "no other braces" },
        { Nurse, Row, "\"a { b\"", Row, "no other braces" },
        { Nurse, Row, "\"{{answer.no_hp}}\"", Row, "is of type phone" },
        { Nurse, Row, "\"{{answer.email}}\"", Row, "is of type email" },
        { "OSS-KKPR-01", "/product/template", Template("{{answer.poligon}}"), "/product/template/closing", "is of type geojson" },
        { "DKC-KTP-01", "/product/template/closing", "\"{{answer.jadwal}}\"", "/product/template/closing", "is of type slot" },
        { Nurse, Row, "\"{{item.nama}}\"", Row, "'item.nama' is none" },
        { Nurse, Row, "\"\"", Row, "1 to 600" },
        { Nurse, Row, null, Row, "to be there" },
        { Nurse, "/product/template/rows", "[]", "/product/template/rows", "at least one" },
        { Nurse, "/product/template/rows/0/label_id", "\"NIK {{number}}\"", "/product/template/rows/0/label_id", "without placeholders" },
        { Nurse, "/product/template/rows/0/label_en", "\"{\"", "/product/template/rows/0/label_en", "without placeholders" },
        { Nurse, "/product/template/rows/0/font", "\"Comic\"", "/product/template/rows/0/font", "no such member" },
        { Nurse, "/product/template/rows/0/each", "\"jadwal_praktik\"", "/product/template/rows/0/each", "a group of this form" },
        { Nurse, Title, "\"SIP {{answer.sip_lama}}\"", Title, "may be absent" },
        { Nurse, "/product/template/signed_as", "\"Kepala {{answer.sip_lama}}\"", "/product/template/signed_as", "may be absent" },
        { Nurse, "/product/template/holder", "\"{{answer.sip_lama}}\"", "/product/template/holder", "may be absent" },
        { Nurse, "/product/template/opening", "\"{{\"", "/product/template/opening", "no other braces" },
        { Nurse, "/product/template/decision/0", "\"{{answer.profesion}}\"", "/product/template/decision/0", "is none" },
        { Nurse, "/product/template/conditions/1", "\"{{regensi}}\"", "/product/template/conditions/1", "is none" },
        { Nurse, "/product/valid_until_answer", "\"sip_ke\"", "/product/valid_until_answer", "since validity_years" },
        { Research, "/product/valid_until_answer", "\"lama\"", "/product/valid_until_answer", "a date of this form" },
        { Research, "/product/template/rows/1/value", "\"{{answer.tim}}\"", "/product/template/rows/1/value", "a row with each" },
        { Research, "/product/template/rows/3/value", "\"{{item.umur}}\"", "/product/template/rows/3/value", "'item.umur' is none" },
        { "DPM-PAUD-01", "/product/template/decision/0", "\"sampai {{valid_until}}\"", "/product/template/decision/0", "has no end" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Names_the_place_and_what_is_expected_there(string service, string target, string? value, string place, string expected)
    {
        var check = DefinitionCheck.Of(With(service, target, value));

        Assert.Null(check.Definition);
        var fault = Assert.Single(check.Faults);
        Assert.Equal(place, fault.Path);
        Assert.True(fault.Expected.IsKnown, fault.Expected.Code);
        Assert.Contains(expected, $"{fault.Expected}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tanpa isian")]
    [InlineData("{{answer.profesi}}")]
    [InlineData("{{holder.name}}{{holder.nik}}: {{answer.jadwal_praktik}}, {{answer.alamat_praktik}} ({{answer.nik}})")]
    public void Takes_placeholders_of_the_form_and_of_the_document(string text) => Assert.Empty(DefinitionCheck.Of(With(Nurse, Row, $"\"{text}\"")).Faults);

    [Fact]
    public void Fills_each_placeholder_once_and_nothing_that_an_answer_brings_along()
    {
        Assert.Equal("{{number}} dan {{number}}", TemplateText.Fill("{{a}} dan {{a}}", _ => "{{number}}"));
        Assert.Null(TemplateText.Fill("Nomor {{a}} dari {{b}}", name => name == "a" ? "1" : null));
    }

    private static string Template(string closing) =>
        new JsonObject { ["title"] = "Surat", ["opening"] = "Untuk", ["rows"] = new JsonArray(new JsonObject { ["label_id"] = "Nomor", ["label_en"] = "Number", ["value"] = "{{number}}" }), ["closing"] = closing, ["signed_as"] = "Kepala" }.ToJsonString();

    private static string With(string service, string pointer, string? value)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(SeedFolder.Original, "services", $"{service}.json")))!;
        var parts = pointer[1..].Split('/');
        var parent = parts[..^1].Aggregate(definition, (node, part) => node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!);
        if (value is null) parent.AsObject().Remove(parts[^1]);
        else if (parent is JsonArray items) items[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else parent[parts[^1]] = JsonNode.Parse(value);
        return definition.ToJsonString();
    }
}
