using System.Globalization;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Tests.Catalog;

/// <summary>Conditions, groups, computed values, sections and rules of forms: what an author can get wrong, and what is said of it.</summary>
public sealed class FormDefinitionTests
{
    // Places in the form of the advertising permit: jenis 6, ukuran_p 7, ukuran_l 8, luas 9, jumlah 10, luas_total 11, titik 12, mulai 13, selesai 14, lama_tayang 15.
    private const string Advert = "DPM-RKL-01";

    // In the research permit: judul 6, mulai 7, selesai 8, lama 9, lokasi 10, tim 11, jumlah_tim 12.
    private const string Research = "DPM-SKP-01";

    public static TheoryData<string, string, string?, string, string> Faults => new()
    {
        // conditions
        { Advert, "/form_fields/10/show_when", """{"field":"lama_tayang","present":true}""", "/form_fields/10/show_when/field", "asked before ('lama_tayang'" },
        { Advert, "/form_fields/10/show_when", """{"field":"jumlah","present":true}""", "/form_fields/10/show_when/field", "asked before" },
        { Advert, "/form_fields/10/show_when", """{"field":"nothing","present":true}""", "/form_fields/10/show_when/field", "asked before" },
        { Advert, "/form_fields/10/show_when", "{}", "/form_fields/10/show_when", "one of field, all, any, not" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis","is":"baliho","not":{"field":"jenis","present":true}}""", "/form_fields/10/show_when", "one of field" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis"}""", "/form_fields/10/show_when", "one test" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis","is":"baliho","present":true}""", "/form_fields/10/show_when", "one test" },
        { Advert, "/form_fields/10/show_when", """{"all":[],"is":"baliho"}""", "/form_fields/10/show_when", "a field for the test" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis","is":"neon"}""", "/form_fields/10/show_when/is", "billboard" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis","one_of":["baliho","neon"]}""", "/form_fields/10/show_when/one_of/1", "billboard" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis","one_of":[]}""", "/form_fields/10/show_when/one_of", "1 to 60" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis","includes":"baliho"}""", "/form_fields/10/show_when/includes", "a test of a list" },
        { Advert, "/form_fields/10/show_when", """{"field":"jenis","compare":"less","to":"baliho"}""", "/form_fields/10/show_when/compare", "numbers, dates or times" },
        { Advert, "/form_fields/10/show_when", """{"field":"ukuran_p","compare":"less"}""", "/form_fields/10/show_when", "either to or to_field" },
        { Advert, "/form_fields/10/show_when", """{"field":"ukuran_p","compare":"less","to":5,"to_field":"ukuran_l"}""", "/form_fields/10/show_when", "either to or to_field" },
        { Advert, "/form_fields/10/show_when", """{"field":"ukuran_p","compare":"less","to":"5"}""", "/form_fields/10/show_when/to", "a number" },
        { Advert, "/form_fields/10/show_when", """{"field":"ukuran_p","compare":"less","to_field":"jenis"}""", "/form_fields/10/show_when/to_field", "can be compared" },
        { Advert, "/form_fields/10/show_when", """{"field":"ukuran_p","compare":"smaller","to":5}""", "/form_fields/10/show_when/compare", "at-least" },
        { Advert, "/form_fields/10/show_when", """{"any":[]}""", "/form_fields/10/show_when/any", "at least one" },
        { Advert, "/form_fields/10/show_when", """{"not":{"any":[{"field":"jenis","is":"neon"}]}}""", "/form_fields/10/show_when/not/any/0/is", "billboard" },
        { Advert, "/form_fields/10/show_when", """{"not":{"not":{"not":{"not":{"field":"jenis","present":true}}}}}""", "/form_fields/10/show_when", "4 levels" },
        { Advert, "/form_fields/10/show_when", """{"field":"alamat","is":"x"}""", "/form_fields/10/show_when/is", "no value to compare" },
        { Advert, "/form_fields/2/show_when", """{"field":"nik","is":5}""", "/form_fields/2/show_when/is", "a text" },
        { Advert, "/form_fields/8/required_when", """{"field":"jenis","is":"baliho"}""", "/form_fields/8/required_when", "always required" },
        { Research, "/form_fields/5/show_when", """{"field":"no_hp","present":true}""", "/form_fields/5/show_when", "asked on a later one" },
        { "DPM-SIP-04", "/requirements/2/show_when/field", "\"skp\"", "/requirements/2/show_when/field", "asked before" },
        { "DPM-SIP-04", "/requirements/2/mandatory", "true", "/requirements/2/required_when", "always mandatory" },

        // computed values
        { Advert, "/form_fields/9/compute/of/1", "\"jumlah\"", "/form_fields/9/compute/of/1", "a number asked before" },
        { Advert, "/form_fields/9/compute/of/1", "\"jenis\"", "/form_fields/9/compute/of/1", "a number asked before" },
        { Advert, "/form_fields/9/compute/of", """["ukuran_p"]""", "/form_fields/9/compute/of", "up to 10 fields" },
        { Advert, "/form_fields/9/compute/by", "\"root\"", "/form_fields/9/compute/by", "product" },
        { Advert, "/form_fields/9/required", "true", "/form_fields/9/required", "nobody types" },
        { Advert, "/form_fields/9/type", "\"date\"", "/form_fields/9/type", "integer, number or money" },
        { Advert, "/form_fields/15/type", "\"number\"", "/form_fields/15/type", "integer" },
        { Advert, "/form_fields/15/compute/of/0", "\"ukuran_p\"", "/form_fields/15/compute/of/0", "a date" },
        { Research, "/form_fields/12/compute/of/0", "\"judul\"", "/form_fields/12/compute/of/0", "a group or list" },
        { Research, "/form_fields/12/compute", """{"by":"sum","of":["tim.nama"]}""", "/form_fields/12/compute/of/0", "group.member" },

        // groups
        { Research, "/form_fields/11/fields", "[]", "/form_fields/11/fields", "1 to 20" },
        { Research, "/form_fields/11/fields/1/name", "\"nama\"", "/form_fields/11/fields/1/name", "used twice" },
        { Research, "/form_fields/11/fields/0/type", "\"group\"", "/form_fields/11/fields/0/type", "a plain type" },
        { Research, "/form_fields/11/fields/0/type", "\"array<nik>\"", "/form_fields/11/fields/0/type", "a plain type" },
        { Research, "/form_fields/11/fields/0/source", "\"person.name\"", "/form_fields/11/fields/0/source", "fills the whole group" },
        { Research, "/form_fields/11/fields/0/section", "\"tim\"", "/form_fields/11/fields/0/section", "stands in one section" },
        { Research, "/form_fields/11/fields/0/show_when", """{"field":"nik","present":true}""", "/form_fields/11/fields/0/show_when/field", "asked before" },
        { Research, "/form_fields/11/validation/maxItems", "null", "/form_fields/11/validation/maxItems", "how many items" },
        { Research, "/form_fields/11/unique_by", "\"gelar\"", "/form_fields/11/unique_by", "a plain field of this group" },
        { Research, "/form_fields/6/unique_by", "\"nik\"", "/form_fields/6/unique_by", "not group" },
        { Research, "/form_fields/6/fields", "[]", "/form_fields/6/fields", "not group" },

        // sections, rules, help
        { Advert, "/form_sections/0/key", "\"kontak\"", "/form_sections/0/key", "no page of every form has" },
        { Advert, "/form_sections/0/key", "\"Reklame 1\"", "/form_sections/0/key", "^[a-z]" },
        { Advert, "/form_sections/0/title_en", "\"\"", "/form_sections/0/title_en", "1 to 80" },
        { Advert, "/form_fields/6/section", null, "/form_fields/6/section", "since the form names them" },
        { Advert, "/form_fields/6/section", "\"lain\"", "/form_fields/6/section", "reklame, tempat-waktu" },
        { Advert, "/form_fields/15/section", "\"reklame\"", "/form_fields/15/section", "in the order of their sections" },
        { Advert, "/form_fields/0/section", "\"reklame\"", "/form_fields/0/section", "a page of their own" },
        { Advert, "/form_rules/0/field", "\"akhir\"", "/form_rules/0/field", "a field of this form" },
        { Advert, "/form_rules/0/message_en", "\"\"", "/form_rules/0/message_en", "1 to 200" },
        { Advert, "/form_rules/0/refuse_when/to_field", "\"awal\"", "/form_rules/0/refuse_when/to_field", "can be compared" },
        { "DPM-SIP-04", "/form_fields/5/help_en", null, "/form_fields/5/help_en", "or neither" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Names_the_place_and_what_is_expected_there(string service, string target, string? value, string place, string expected)
    {
        var check = DefinitionCheck.Of(With(service, target, value));

        Assert.Null(check.Definition);
        Assert.All(check.Faults, f => Assert.True(f.Expected.IsKnown, f.Expected.Code));
        Assert.True(check.Faults.Any(f => f.Path == place && $"{f.Expected}".Contains(expected, StringComparison.Ordinal)), string.Join('\n', check.Faults));
    }

    [Fact]
    public void Names_a_section_that_no_field_is_in()
    {
        var definition = Read(Advert);
        definition["form_sections"]!.AsArray().Add(new JsonObject { ["key"] = "lain", ["title_id"] = "Lain", ["title_en"] = "Other" });

        Assert.Equal("/form_sections/2/key", Assert.Single(DefinitionCheck.Of(definition.ToJsonString()).Faults).Path);
    }

    [Theory]
    [InlineData("""{"field":"ukuran_p","compare":"at-least","to":5.5}""")]
    [InlineData("""{"any":[{"field":"jenis","is":"baliho"},{"not":{"field":"npwpd","present":true}}]}""")]
    [InlineData("""{"field":"jenis","one_of":["baliho","spanduk"]}""")]
    public void Takes_a_condition_on_earlier_fields(string condition) => Assert.Empty(DefinitionCheck.Of(With(Advert, "/form_fields/10/show_when", condition)).Faults);

    private static JsonNode Read(string service) => JsonNode.Parse(File.ReadAllText(Path.Combine(SeedFolder.Original, "services", $"{service}.json")))!;

    private static string With(string service, string pointer, string? value)
    {
        var definition = Read(service);
        var parts = pointer[1..].Split('/');
        var parent = parts[..^1].Aggregate(definition, (node, part) => node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!);
        if (value is null) parent.AsObject().Remove(parts[^1]);
        else if (parent is JsonArray items) items[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else parent[parts[^1]] = JsonNode.Parse(value);
        return definition.ToJsonString();
    }
}
