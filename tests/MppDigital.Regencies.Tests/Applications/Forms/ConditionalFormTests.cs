using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

/// <summary>Questions that depend on answers, groups, and values that nobody types, in the forms of the seed.</summary>
public class ConditionalFormTests
{
    private const string Member = """{"name":"Aisyah Rahmadani","relation":"Anak"}""";

    [Theory]
    // Several banners are counted, and their area is worked out.
    [InlineData("DPM-RKL-01", """{"jenis":"spanduk","jumlah":3,"ukuran_p":2,"ukuran_l":1.5}""", """{"luas":3.00,"jumlah":3,"luas_total":9.00}""")]
    [InlineData("DPM-RKL-01", """{"jenis":"spanduk","ukuran_p":0.33,"ukuran_l":0.5}""", """{"luas":0.17,"jumlah":null,"luas_total":null}""")]
    [InlineData("DPM-RKL-01", """{"mulai":"2026-10-01","selesai":"2026-10-31"}""", """{"lama_tayang":31}""")]
    [InlineData("DKC-KK-02", """{"perubahan":["lainnya"],"perubahan_lain":"Gelar"}""", """{"perubahan_lain":"Gelar"}""")]
    [InlineData("DKC-KK-02", """{"perubahan":["tambah_anggota"],"anggota_baru":[{"name":"Aisyah Rahmadani","relation":"Anak"}]}""", """{"anggota_baru":[{"name":"Aisyah Rahmadani","relation":"Anak"}]}""")]
    [InlineData("BPD-PBB-02", """{"sebab":"pecah","bidang":[{"luas":100.5,"pemilik":"Budi Pratama"},{"luas":50,"pemilik":"Siti Anggraini"}]}""", """{"jumlah_bidang":2,"luas_bidang":150.5}""")]
    [InlineData("DPM-SKP-01", """{"tim":[{"nama":"Budi Pratama"}]}""", """{"jumlah_tim":1}""")]
    [InlineData("DPM-SKP-01", """{"tim":null,"jumlah_tim":null}""", """{"jumlah_tim":null,"tim":null}""")]
    // A client may repeat what we work out.
    [InlineData("DPM-RKL-01", """{"ukuran_p":2,"ukuran_l":1.5,"luas":3}""", """{"luas":3}""")]
    // Nothing written is no answer to a question that is not asked.
    [InlineData("DPM-RKL-01", """{"jenis":"billboard","jumlah":null,"luas_total":""}""", """{"jumlah":null}""")]
    public void Stores_what_is_asked_and_what_is_worked_out(string service, string written, string stored)
    {
        var check = Check(service, written);

        Assert.Empty(check.Errors);
        foreach (var (name, value) in JsonNode.Parse(stored)!.AsObject()) Assert.True(JsonNode.DeepEquals(value, check.Data[name]), $"{name}: {check.Data[name]?.ToJsonString()}");
    }

    [Theory]
    [InlineData("DPM-RKL-01", """{"jenis":"billboard","jumlah":3}""", "/data/jumlah")]
    [InlineData("DPM-RKL-01", """{"jenis":"billboard","luas_total":9}""", "/data/luas_total")]
    [InlineData("DPM-RKL-01", """{"ukuran_p":2,"ukuran_l":1.5,"luas":4}""", "/data/luas")]
    [InlineData("DPM-RKL-01", """{"ukuran_p":2,"ukuran_l":1.5,"luas":"3"}""", "/data/luas")]
    [InlineData("DPM-RKL-01", """{"lama_tayang":2}""", "/data/lama_tayang")]
    [InlineData("DPM-RKL-01", """{"mulai":"2026-10-02","selesai":"2026-10-01"}""", "/data/selesai")]
    [InlineData("DKC-KK-02", """{"perubahan":["lainnya"]}""", "/data/perubahan_lain")]
    [InlineData("DKC-KK-02", """{"perubahan":["alamat"]}""", "/data/alamat_baru")]
    [InlineData("DKC-KK-02", """{"perubahan":["nama"],"perubahan_lain":"Gelar"}""", "/data/perubahan_lain")]
    [InlineData("BPD-PBB-02", """{"sebab":"waris","bidang":[{"luas":1,"pemilik":"A B"},{"luas":2,"pemilik":"A B"}]}""", "/data/bidang")]
    [InlineData("BPD-PBB-02", """{"sebab":"pecah","bidang":[{"luas":1,"pemilik":"A B"}]}""", "/data/bidang")]
    [InlineData("BPD-PBB-02", """{"sebab":"pecah","luas_bidang":10}""", "/data/luas_bidang")]
    [InlineData("DPM-SKP-01", """{"jumlah_tim":7}""", "/data/jumlah_tim")]
    // Groups: too many, twice the same, of the wrong shape.
    [InlineData("DKC-KK-02", """{"perubahan":["tambah_anggota"],"anggota_baru":[1]}""", "/data/anggota_baru/0")]
    [InlineData("DKC-KK-02", """{"perubahan":["tambah_anggota"],"anggota_baru":{"name":"Budi Pratama"}}""", "/data/anggota_baru")]
    [InlineData("DKC-KK-02", """{"perubahan":["tambah_anggota"],"anggota_baru":[{"name":"Budi Pratama","relation":"Anak","umur":3}]}""", "/data/anggota_baru/0/umur")]
    [InlineData("DKC-KK-02", """{"perubahan":["tambah_anggota"],"anggota_baru":[{"name":["Budi"],"relation":"Anak"}]}""", "/data/anggota_baru/0/name")]
    [InlineData("DKC-KK-02", """{"perubahan":["tambah_anggota"],"anggota_baru":[{"name":"Budi Pratama","relation":"Anak"},{"name":"Budi Pratama","relation":"Anak"}]}""", "/data/anggota_baru/1")]
    [InlineData("DKC-KK-02", """{"perubahan":["tambah_anggota"],"anggota_baru":[{"name":"Budi Pratama","relation":"Anak","nik":"1375010101909901"},{"name":"Siti","relation":"Anak","nik":"1375010101909901"}]}""", "/data/anggota_baru/1/nik")]
    public void Refuses_what_does_not_go_together(string service, string written, string at)
    {
        var check = Check(service, written);

        Assert.Equal(at, Assert.Single(check.Errors).At);
        Assert.All(check.Errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Text) || string.IsNullOrWhiteSpace(e.TextEn)));
    }

    [Fact]
    public void Refuses_a_group_with_more_items_than_the_definition_allows()
    {
        var members = string.Join(',', Enumerable.Repeat(Member, 11));

        Assert.Equal("/data/anggota_baru", Assert.Single(Check("DKC-KK-02", $$"""{"perubahan":["tambah_anggota"],"anggota_baru":[{{members}}]}""").Errors).At);
    }

    [Fact]
    public void Tells_which_questions_are_not_asked()
    {
        Assert.Equal(["/data/alamat_baru", "/data/anggota_baru", "/data/anggota_keluar"], Check("DKC-KK-02", """{"perubahan":["lainnya"],"perubahan_lain":"Gelar"}""").Hidden.Order());
        Assert.Equal(["/data/jumlah", "/data/luas_total"], Check("DPM-RKL-01", """{"jenis":"videotron"}""").Hidden.Order());
    }

    [Fact]
    public void Passes_over_answers_of_a_draft_that_are_no_longer_asked()
    {
        var answers = With("DPM-RKL-01", """{"jenis":"billboard","jumlah":3,"luas":77}""");

        var check = FormValidator.CheckDraft(SeedData.Service("DPM-RKL-01"), JsonSerializer.SerializeToElement(answers), HeldFacts.None, SeedData.Directory, Filled.Today);

        Assert.Empty(check.Errors);
        Assert.False(check.Data.ContainsKey("jumlah"));
        Assert.NotEqual(77, check.Data["luas"]!.GetValue<decimal>());
    }

    [Fact]
    public void Judges_a_step_by_the_answers_of_the_others()
    {
        var answers = JsonSerializer.SerializeToElement(JsonNode.Parse("""{"perubahan":["alamat"]}"""));

        var check = FormValidator.Check(SeedData.Service("DKC-KK-02"), answers, HeldFacts.None, SeedData.Directory, Filled.Today, new HashSet<string> { "alamat_baru", "perubahan_lain" });

        Assert.Equal("/data/alamat_baru", Assert.Single(check.Errors).At);
        Assert.Empty(check.Data);
    }

    [Fact]
    public void Says_the_conditions_in_the_words_of_JSON_Schema()
    {
        var schema = FormSchema.For(SeedData.Service("DKC-KK-02"), HeldFacts.None);

        Assert.Contains(schema["allOf"]!.AsArray(), c => JsonNode.DeepEquals(c, JsonNode.Parse("""
            { "if": { "properties": { "perubahan": { "contains": { "const": "alamat" } } }, "required": ["perubahan"] }, "then": { "required": ["alamat_baru"] }, "else": { "properties": { "alamat_baru": false } } }
            """)));
        Assert.DoesNotContain("alamat_baru", schema["required"]!.AsArray().Select(n => n!.GetValue<string>()));
        var members = schema["properties"]!["anggota_baru"]!;
        Assert.Equal(["name", "relation"], members["items"]!["required"]!.AsArray().Select(n => n!.GetValue<string>()));
        Assert.Equal(10, members["maxItems"]!.GetValue<int>());
        var area = FormSchema.For(SeedData.Service("DPM-RKL-01"), HeldFacts.None)["properties"]!["luas"]!;
        Assert.True(area["readOnly"]!.GetValue<bool>());
        Assert.Equal("product", area["x-computed"]!["by"]!.GetValue<string>());
    }

    [Fact]
    public void Asks_the_details_of_a_choice_on_the_page_after_it()
    {
        var definition = SeedData.Service("DPM-RKL-01");
        Assert.Equal(["npwpd", "jenis", "ukuran_p", "ukuran_l"], Page(definition, "reklame", "baliho"));
        Assert.Equal(["jumlah"], Page(definition, "reklame-2", "baliho"));
        Assert.Empty(Page(definition, "reklame-2", "billboard"));
    }

    private static IEnumerable<string> Page(ServiceDefinition definition, string key, string kind)
    {
        var hidden = Check(definition.Code, $$"""{"jenis":"{{kind}}"}""").Hidden;
        return FormSteps.Of(definition, HeldFacts.None, [], hidden).FirstOrDefault(s => s.Key == key)?.Fields.Select(f => f.Name) ?? [];
    }

    private static FormCheck Check(string service, string written) => Filled.Check(service, With(service, written).ToJsonString(), HeldFacts.None);

    /// <summary>The sample answers with some written over; what is worked out from them is left out.</summary>
    private static JsonObject With(string service, string written)
    {
        var answers = Filled.Typed(service);
        foreach (var (name, value) in JsonNode.Parse(written)!.AsObject()) answers[name] = value?.DeepClone();
        return answers;
    }
}
