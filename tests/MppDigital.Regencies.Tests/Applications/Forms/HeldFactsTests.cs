using System.Text.Json.Nodes;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

public class HeldFactsTests
{
    private const string Service = "DPM-SIP-04";

    private static readonly HeldFacts Register = Filled.Held(
        ("nik", "1375016501909990"), ("nama_lengkap", "Siti Anggraini"), ("alamat", "Jl. Merdeka No. 3, RT 001 RW 002"), ("no_str", "SY0123456789"), ("profesi", "Perawat"), ("no_hp", "081234567890"));

    [Fact]
    public void Fills_in_what_is_held_and_marks_only_the_rest_as_unverified()
    {
        var check = Filled.Check(Service, Answers(), Register);

        Assert.Empty(check.Errors);
        Assert.Equal("Siti Anggraini", check.Data["nama_lengkap"]!.GetValue<string>());
        Assert.Equal(["fasilitas"], check.Unverified);
    }

    [Theory]
    [InlineData("nama_lengkap", "\"Siti Anggraini\"")]
    [InlineData("nama_lengkap", "\" Siti Anggraini \"")]
    [InlineData("nik", "\"1375 0165 0190 9990\"")]
    [InlineData("profesi", "\"perawat\"")]
    [InlineData("alamat", "{\"street\":\"Jl. Merdeka No. 3, RT 001 RW 002\"}")]
    public void Takes_a_held_value_that_is_repeated(string field, string json) => Assert.Empty(Filled.Check(Service, Answers((field, json)), Register).Errors);

    [Theory]
    [InlineData("nama_lengkap", "\"Siti Anggrainy\"")]
    [InlineData("nama_lengkap", "null")]
    [InlineData("nama_lengkap", "\"\"")]
    [InlineData("nik", "\"1375014101909901\"")]
    [InlineData("profesi", "\"ners_spesialis\"")]
    [InlineData("alamat", "{\"street\":\"Jl. Lain 4\",\"regency\":\"13.75\"}")]
    [InlineData("no_str", "[]")]
    public void Refuses_another_value_than_the_held_one(string field, string json) =>
        Assert.Equal($"/data/{field}", Assert.Single(Filled.Check(Service, Answers((field, json)), Register).Errors).At);

    [Fact]
    public void Offers_the_held_telephone_number_and_lets_it_be_changed()
    {
        Assert.Equal("+6281234567890", Filled.Check(Service, Answers(), Register).Data["no_hp"]!.GetValue<string>());
        Assert.Equal("+6285200000000", Filled.Check(Service, Answers(("no_hp", "\"085200000000\"")), Register).Data["no_hp"]!.GetValue<string>());
        Assert.Equal("/data/no_hp", Assert.Single(Filled.Check(Service, Answers(("no_hp", "\"\"")), Register).Errors).At);
    }

    [Fact]
    public void Lets_the_applicant_write_what_a_silent_register_should_have_said()
    {
        var silent = new HeldFacts(Register.All.Where(f => f.Field != "no_str"), ["kemkes.satusehat_sdmk.str"]);

        Assert.Equal("/data/no_str", Assert.Single(Filled.Check(Service, Answers(), silent).Errors).At);
        Assert.Contains("no_str", Filled.Check(Service, Answers(("no_str", "\"SY9\"")), silent).Unverified);
    }

    [Fact]
    public void Takes_a_choice_of_the_register_as_verified_and_anything_else_as_not()
    {
        var held = new HeldFacts(Register.All, []) { Choices = new Dictionary<string, IReadOnlyList<HeldChoice>> { ["fasilitas"] = [new HeldChoice("RSUD Bukittinggi", "RSUD Bukittinggi", "")] } };

        Assert.Empty(Filled.Check(Service, Answers(), held).Unverified);
        Assert.Equal(["fasilitas"], Filled.Check(Service, Answers(("fasilitas", "\"Praktik Mandiri Baru\"")), held).Unverified);
    }

    [Fact]
    public void Does_not_force_a_held_profession_into_a_licence_for_another()
    {
        var midwife = Filled.Held(("profesi", "Bidan"));

        Assert.Null(midwife.ValueFor(SeedData.Service(Service).FormFields.Single(f => f.Name == "profesi")));
    }

    private static string Answers(params (string Field, string Json)[] others)
    {
        var answers = SampleAnswers.Asked(SeedData.Service(Service), Filled.Today);
        answers["fasilitas"] = "RSUD Bukittinggi";
        foreach (var (field, json) in others) answers[field] = JsonNode.Parse(json);
        return answers.ToJsonString();
    }
}
