using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Applications.Forms.Types;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

public class WholeFormTests
{
    public static TheoryData<string> Services => [.. SeedData.Services.Select(s => s.Code)];

    [Fact]
    public void Sees_all_56_definitions_and_understands_every_type_of_the_catalog()
    {
        Assert.Equal(56, SeedData.Services.Count);
        Assert.Equal(FieldTypes.All.Order(), FieldTypeTable.Names.Order());
        Assert.All(FieldTypes.All, type => Assert.Contains(SeedData.Services.SelectMany(s => s.FormFields), f => f.Type == type));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Accepts_a_complete_set_of_answers_and_keeps_it_as_it_is(string service)
    {
        var answers = SampleAnswers.For(SeedData.Service(service), Filled.Today);

        var check = Filled.Check(service, answers.ToJsonString(), HeldFacts.None);

        Assert.Empty(check.Errors);
        Assert.True(JsonNode.DeepEquals(answers, check.Data), $"{answers.ToJsonString()}\n{check.Data.ToJsonString()}");
        Assert.Equal(SeedData.Service(service).FormFields.Where(f => f.Prefilled && !f.Editable).Select(f => f.Name).Order(), check.Unverified.Order());
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Accepts_again_what_it_stored(string service)
    {
        var stored = Filled.Check(service, SampleAnswers.For(SeedData.Service(service), Filled.Today).ToJsonString(), HeldFacts.None).Data;

        var again = Filled.Check(service, stored.ToJsonString(), HeldFacts.None);

        Assert.Empty(again.Errors);
        Assert.True(JsonNode.DeepEquals(stored, again.Data));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Asks_for_each_required_answer_that_is_missing(string service)
    {
        var required = SeedData.Service(service).FormFields.Where(f => f is { Required: true, ShowWhen: null }).ToList();
        Assert.NotEmpty(required);
        foreach (var field in required)
            foreach (var empty in new[] { null, "null", "\"  \"", "[]" })
            {
                var answers = Filled.Typed(service);
                answers.Remove(field.Name);
                if (empty is not null) answers[field.Name] = JsonNode.Parse(empty);

                var error = Assert.Single(Filled.Check(service, answers.ToJsonString(), HeldFacts.None).Errors);

                Assert.Equal($"/data/{field.Name}", error.At);
            }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Refuses_a_number_a_text_and_an_object_where_something_else_is_asked(string service)
    {
        foreach (var field in SeedData.Service(service).FormFields)
            foreach (var hostile in new[] { "{\"$ref\":\"#\"}", "[[[]]]", "-1e-7", "\"\\ud83d\"" })
                Assert.Contains(Filled.With(service, field.Name, hostile).Errors, e => e.At.StartsWith($"/data/{field.Name}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"kolom_lain\":1", "/data/kolom_lain")]
    [InlineData("\"__proto__\":{}", "/data/__proto__")]
    [InlineData("\"a/b~c\":1", "/data/a~1b~0c")]
    [InlineData("\"status\":\"approved\"", "/data/status")]
    [InlineData("\"NO_HP\":\"081200000001\"", "/data/NO_HP")]
    public void Refuses_a_field_that_the_form_does_not_have(string member, string at)
    {
        var answers = SampleAnswers.For(SeedData.Service("DPM-SIP-04"), Filled.Today).ToJsonString();

        Assert.Equal(at, Assert.Single(Filled.Check("DPM-SIP-04", $"{answers[..^1]},{member}}}", HeldFacts.None).Errors).At);
    }

    [Theory]
    [InlineData("\"no_hp\":\"081200000002\"", "/data/no_hp")]
    [InlineData("\"no\\u005fhp\":\"081200000002\"", "/data/no_hp")]
    [InlineData("\"x\":{\"a\":1,\"a\":2}", "/data/x/a")]
    [InlineData("\"x\":[{\"a\":1,\"a\":2}]", "/data/x/0/a")]
    [InlineData("\"\\ud800\":1", "/data")]
    public void Refuses_a_name_that_is_given_twice_or_cannot_be_read(string member, string at)
    {
        var answers = SampleAnswers.For(SeedData.Service("DPM-SIP-04"), Filled.Today).ToJsonString();

        Assert.Equal(at, Assert.Single(Filled.Check("DPM-SIP-04", $"{answers[..^1]},{member}}}", HeldFacts.None).Errors).At);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    public void Refuses_answers_that_are_no_object(string json) =>
        Assert.Equal("/data", Assert.Single(Filled.Check("DPM-SIP-04", json, HeldFacts.None).Errors).At);

    [Fact]
    public void Refuses_answers_deeper_than_16_levels()
    {
        Assert.DoesNotContain(Filled.With("DPM-SIP-04", "x", Nested(15)).Errors, e => e.At.Contains("/0", StringComparison.Ordinal));
        Assert.Contains("/0/0/0", Assert.Single(Filled.With("DPM-SIP-04", "x", Nested(16)).Errors).At, StringComparison.Ordinal);

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void Refuses_answers_longer_than_64_kilobytes() =>
        Assert.Equal("/data", Assert.Single(Filled.With("DPM-SIP-04", "x", $"\"{new string('a', 64 * 1024)}\"").Errors).At);

    [Fact]
    public void Cuts_the_name_of_an_unknown_field_before_it_travels_back() =>
        Assert.True(Assert.Single(Filled.With("DPM-SIP-04", new string('a', 5000), "1").Errors).At.Length < 80);

    [Fact]
    public void Reports_only_some_of_a_flood_of_unknown_fields()
    {
        var flood = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"f{i}\":1"));
        var answers = SampleAnswers.For(SeedData.Service("DPM-SIP-04"), Filled.Today).ToJsonString();

        Assert.Equal(20, Filled.Check("DPM-SIP-04", $"{answers[..^1]},{flood}}}", HeldFacts.None).Errors.Count);
    }

    [Fact]
    public void Reports_every_fault_at_once()
    {
        var check = Filled.Check("DPM-SIP-04", "{}", HeldFacts.None);

        Assert.Equal(SeedData.Service("DPM-SIP-04").FormFields.Where(f => f.Required).Select(f => $"/data/{f.Name}"), check.Errors.Select(e => e.At));
    }

    [Fact]
    public void Checks_one_step_without_asking_for_the_others()
    {
        using var data = JsonDocument.Parse("{\"no_hp\":\"0812\",\"nik\":\"x\"}");

        var check = FormValidator.Check(SeedData.Service("DPM-SIP-04"), data.RootElement, HeldFacts.None, SeedData.Directory, Filled.Today, new HashSet<string> { "no_hp", "email" });

        Assert.Equal(["/data/no_hp"], check.Errors.Select(e => e.At));
    }

    [Theory]
    [InlineData("DPM-PBG-02", ApplicantKind.Person, false)]
    [InlineData("DPM-PBG-02", ApplicantKind.Business, true)]
    [InlineData("DKC-AKL-01", ApplicantKind.Person, true)]
    [InlineData("DKC-AKL-01", ApplicantKind.Business, false)]
    [InlineData("DPM-RKL-01", ApplicantKind.Person, true)]
    [InlineData("DPM-RKL-01", ApplicantKind.Business, true)]
    public void Serves_the_kinds_of_applicants_that_the_definition_names(string service, ApplicantKind applicant, bool served)
    {
        var answers = JsonSerializer.SerializeToElement(SampleAnswers.For(SeedData.Service(service), Filled.Today));

        var check = FormValidator.Check(SeedData.Service(service), answers, new HeldFacts([], []) { Applicant = applicant }, SeedData.Directory, Filled.Today);

        Assert.Equal(served ? [] : ["/onBehalfOf"], check.Errors.Select(e => e.At));
    }
}
