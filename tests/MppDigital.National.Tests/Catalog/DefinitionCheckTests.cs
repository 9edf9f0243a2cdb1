using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Tests.Catalog;

/// <summary>Definitions with faults: each is told with its place and what is expected there, and all of them at once.</summary>
public sealed class DefinitionCheckTests
{
    private static readonly string Nurse = File.ReadAllText(Path.Combine(SeedFolder.Original, "services", "DPM-SIP-04.json"));

    public static TheoryData<string, string, string, string> OneFault => new()
    {
        // What is done to the definition, the value, the pointer of the fault, what is expected there.
        { "/code", "\"sip 04\"", "/code", "^[A-Z]" },
        { "/code", "null", "/code", "a text" },
        { "/name_id", "\"\"", "/name_id", "1 to 150" },
        { "/name_en", "17", "/name_en", "a text" },
        { "/short_name", "\"Surat Izin Praktik Perawat di Satu Tempat Praktik\"", "/short_name", "1 to 40" },
        { "/description_id", null!, "/description_id", "to be there" },
        { "/agency", "\"DPMPTSP\"", "/agency", "an object" },
        { "/agency/code", "\"DINAS PENANAMAN MODAL\"", "/agency/code", "1 to 12" },
        { "/legal_basis", "[]", "/legal_basis", "at least one" },
        { "/legal_basis", "\"UU 17/2023\"", "/legal_basis", "a list" },
        { "/applicant_kinds/0", "1", "/applicant_kinds/0", "a text" },
        { "/delivery/mode", "\"by-post\"", "/delivery/mode", "full-digital" },
        { "/delivery/outside", "{\"name_id\":\"OSS\",\"name_en\":\"OSS\",\"address\":\"https://oss.go.id\"}", "/delivery/outside", "since this service is decided here" },
        { "/unknown_member", "1", "/unknown_member", "no such member" },
        { "/agency/fax", "\"0752\"", "/agency/fax", "no such member" },
        { "/requirements/1/code", "\"ktp\"", "/requirements/1/code", "used twice" },
        { "/requirements/0/code", "\"KTP Asli\"", "/requirements/0/code", "^[a-z0-9_]" },
        { "/requirements/0/kind", "\"paper\"", "/requirements/0/kind", "document" },
        { "/requirements/0/mandatory", "\"ya\"", "/requirements/0/mandatory", "true or false" },
        { "/requirements/0/once_only_source", "\"dukcapil.magic\"", "/requirements/0/once_only_source", "known registers" },
        { "/steps", "[]", "/steps", "at least one" },
        { "/steps/1/order", "5", "/steps/1/order", "2" },
        { "/steps/0/actor", "\"robot\"", "/steps/0/actor", "pemohon" },
        { "/workflow/0/action", "\"delete\"", "/workflow/0/action", "claim" },
        { "/workflow/0/role", "\"minister\"", "/workflow/0/role", "officer" },
        { "/workflow/4/action", "\"claim\"", "/workflow", "approve" },
        { "/workflow/1/action", "\"recommend\"", "/two_person", "nobody verifies" },
        { "/two_person", "1", "/two_person", "true or false" },
        { "/processing_time/catalog_standard_working_days", "251", "/processing_time/catalog_standard_working_days", "0 to 250" },
        { "/processing_time/catalog_standard_working_days", "2.5", "/processing_time/catalog_standard_working_days", "a whole number" },
        { "/processing_time/deemed_approval/after_working_days", "3", "/processing_time/deemed_approval/after_working_days", "not less than the standard" },
        { "/fee/type", "\"gratis\"", "/fee/type", "free" },
        { "/fee/amount_idr", "5000", "/fee/amount_idr", "since the service is free" },
        { "/fee/amount_idr", "-1", "/fee/amount_idr", "0 or more" },
        { "/product/validity_years", "0", "/product/validity_years", "1 to 100" },
        { "/product/issued_by", "{\"register\":\"dukcapil\",\"kind\":\"child-card\",\"answers\":[]}", "/product/issued_by", "grants by silence" },
        { "/form_fields/0/name", "\"nama_lengkap\"", "/form_fields/1/name", "used twice" },
        { "/form_fields/0/type", "\"essay\"", "/form_fields/0/type", "geopoint" },
        { "/form_fields/0/group", "\"misc\"", "/form_fields/0/group", "identity" },
        { "/form_fields/0/source", "\"person.shoeSize\"", "/form_fields/0/source", "known sources" },
        { "/form_fields/0/validation/pattern", "\"(unclosed\"", "/form_fields/0/validation/pattern", "regular expression" },
        { "/form_fields/0/validation/maxLength", "0", "/form_fields/0/validation/maxLength", "1 to 100000" },
        { "/form_fields/0/validation", "null", "/form_fields/0/validation", "an object" },
        { "/subject/fields", "[\"tempat\"]", "/subject/fields/0", "'tempat' is none" },
        { "/subject/fields", "[\"fasilitas\",\"fasilitas\"]", "/subject/fields/1", "there twice" },
        { "/subject/fields", "[\"jadwal_praktik\"]", "/subject/fields/0", "not schedule" },
        { "/subject/area", "\"fasilitas\"", "/subject/area", "type address" },
        { "/override_bounds/shortest_working_days", "6", "/override_bounds/shortest_working_days", "at most 5" },
        { "/override_bounds/tariff", "{\"minimum_idr\":0,\"maximum_idr\":10}", "/override_bounds/tariff", "local_fee" },
        { "/override_bounds/additional_requirement", "true", "/override_bounds/additional_requirement", "false" },
        { "/legal_references/0/element", "\"/processing_time/nothing\"", "/legal_references/0/element", "an element of this definition" },
        { "/legal_references/0/effective_from", "\"31-03-2023\"", "/legal_references/0/effective_from", "a date" },
        { "/effective_from", "\"tomorrow\"", "/effective_from", "a date" },
        { "/confidence", "\"guess\"", "/confidence", "verified" },
    };

    [Theory]
    [MemberData(nameof(OneFault))]
    public void Names_the_place_and_what_is_expected_there(string target, string? value, string place, string expected)
    {
        var check = DefinitionCheck.Of(With((target, value)));

        Assert.Null(check.Definition);
        Assert.All(check.Faults, f => Assert.True(f.Expected.IsKnown, f.Expected.Code));
        Assert.Contains(check.Faults, f => f.Path == place && $"{f.Expected}".Contains(expected, StringComparison.Ordinal));
        // One wrong step of a workflow breaks two rules; nothing breaks more, and nothing unspoilt is blamed.
        Assert.InRange(check.Faults.Count, 1, target.StartsWith("/workflow", StringComparison.Ordinal) ? 2 : 1);
    }

    [Theory]
    [InlineData("register", "\"samsat\"", "/product/issued_by/register", "dukcapil")]
    [InlineData("kind", "\"driving-licence\"", "/product/issued_by/kind", "birth-certificate")]
    [InlineData("kind", "\"child-card\"", "/product/issued_by/tells/0/fact", "tells none")]
    [InlineData("answers/0", "\"no_hp\"", "/product/issued_by/answers/0", "no telephone number")]
    [InlineData("answers/0", "\"nama_bayi\"", "/product/issued_by/answers/0", "'nama_bayi' is none")]
    [InlineData("answers/1", "\"nama_anak\"", "/product/issued_by/answers/1", "there twice")]
    [InlineData("tells/1/field", "\"nik_anak\"", "/product/issued_by/tells/1/field", "there twice")]
    [InlineData("answers", "null", "/product/issued_by/answers", "a list")]
    public void Refuses_a_register_that_could_not_make_the_product(string member, string value, string place, string expected)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(SeedFolder.Original, "services", "DKC-AKL-01.json")))!;
        var path = $"product/issued_by/{member}".Split('/');
        var parent = path[..^1].Aggregate(definition, (node, step) => int.TryParse(step, out var at) ? node[at]! : node[step]!);
        if (int.TryParse(path[^1], out var index)) parent[index] = JsonNode.Parse(value);
        else parent[path[^1]] = JsonNode.Parse(value);

        var faults = DefinitionCheck.Of(definition).Faults;

        Assert.Contains(faults, f => f.Path == place && $"{f.Expected}".Contains(expected, StringComparison.Ordinal));
        Assert.All(faults, f => Assert.StartsWith("/product/issued_by", f.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Tells_ten_faults_at_once()
    {
        (string Pointer, string? Value)[] faults =
        [
            ("/code", "5"), ("/name_en", null), ("/agency/fax", "1"), ("/requirements/1/code", "\"ktp\""), ("/steps/1/order", "9"), ("/processing_time/catalog_standard_working_days", "-1"),
            ("/fee/type", "\"gratis\""), ("/form_fields/2/type", "\"essay\""), ("/form_fields/5/validation/pattern", "\"(\""), ("/override_bounds/shortest_working_days", "9"),
        ];

        var check = DefinitionCheck.Of(With(faults));

        Assert.Equal(faults.Select(f => f.Pointer).Order(StringComparer.Ordinal), check.Faults.Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{ \"code\": ", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{\"code\":\"A-1\",\"code\":\"A-2\"}", "")]
    public void Refuses_what_is_no_definition_at_all(string json, string place) => Assert.Contains(DefinitionCheck.Of(json).Faults, f => f.Path == place);

    [Fact]
    public void Judges_values_that_were_set_in_memory_like_those_that_were_read()
    {
        var definition = JsonNode.Parse(Nurse)!;
        definition["override_bounds"]!["shortest_working_days"] = 3;
        Assert.NotNull(DefinitionCheck.Of(definition).Definition);
        definition["override_bounds"]!["shortest_working_days"] = 6;
        Assert.Equal(["/override_bounds/shortest_working_days"], DefinitionCheck.Of(definition).Faults.Select(f => f.Path));
    }

    [Fact]
    public void Says_a_fault_in_the_language_of_the_reader_with_its_values_in_both()
    {
        var fault = Assert.Single(DefinitionCheck.Of(With(("/override_bounds/shortest_working_days", "6"))).Faults);

        Assert.Equal(("at most {0}, the national time", "5"), (fault.Expected.Code, Assert.Single(fault.Expected.Values)));
        Assert.Equal("at most 5, the national time", SaidIn("en"));
        Assert.Equal("paling lama 5 hari kerja, waktu nasional", SaidIn("id"));

        string SaidIn(string language)
        {
            var before = CultureInfo.CurrentUICulture;
            try
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                return Assert.Single(Problems.Faulty([fault]).Errors[fault.Path]);
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }
        }
    }

    [Fact]
    public void Keeps_every_value_in_the_indonesian_words()
    {
        var words = new ResourceManager("MppDigital.National.Catalog.Definitions.Expectation", typeof(Expectation).Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, true)!;

        var all = words.Cast<DictionaryEntry>().Select(e => (Code: (string)e.Key, Said: (string)e.Value!)).ToList();
        Assert.True(all.Count > 100);
        Assert.All(all, w => Assert.Equal(Holes(w.Code), Holes(w.Said)));
        // Braces that show a placeholder are no hole.
        static IEnumerable<string> Holes(string text) => Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Order();
    }

    [Fact]
    public void Refuses_a_definition_of_a_thousand_levels() => Assert.Single(DefinitionCheck.Of(new string('[', 1000) + new string(']', 1000)).Faults);

    [Fact]
    public void Finds_the_56_definitions_of_the_seed_right_and_reads_them_the_same()
    {
        var files = Directory.GetFiles(Path.Combine(SeedFolder.Original, "services"));
        Assert.Equal(56, files.Length);
        foreach (var file in files)
        {
            var check = DefinitionCheck.Of(File.ReadAllText(file));

            Assert.True(check.Definition is not null, $"{file}: {string.Join("; ", check.Faults)}");
            Assert.Equal(Path.GetFileNameWithoutExtension(file), check.Definition.Code);
        }
    }

    [Fact]
    public void Publishes_a_schema_that_names_itself_and_whose_every_bound_has_its_member()
    {
        var schema = JsonNode.Parse(DefinitionSchema.Write("https://mpp.example"))!;

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema["$schema"]!.GetValue<string>());
        Assert.Equal("https://mpp.example/api/v1/catalog/schema", schema["$id"]!.GetValue<string>());
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Contains("geopoint", schema["properties"]!["form_fields"]!["items"]!["properties"]!["type"]!["enum"]!.AsArray().Select(w => w!.GetValue<string>()));
        Assert.Empty(SchemaKeywords.Stale());
    }

    /// <summary>The nurse's licence with values replaced; a null takes the member away.</summary>
    private static string With(params (string Pointer, string? Value)[] changes)
    {
        var definition = JsonNode.Parse(Nurse)!;
        foreach (var (pointer, value) in changes)
        {
            var parts = pointer[1..].Split('/');
            var parent = parts[..^1].Aggregate(definition, (node, part) => node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!);
            if (value is null) parent.AsObject().Remove(parts[^1]);
            else if (parent is JsonArray list) list[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
            else parent[parts[^1]] = JsonNode.Parse(value);
        }

        return definition.ToJsonString();
    }
}
