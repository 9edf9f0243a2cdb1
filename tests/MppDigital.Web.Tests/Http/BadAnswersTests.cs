using System.Text.Json.Nodes;
using MppDigital.Testing.Databases;

namespace MppDigital.Web.Tests.Http;

/// <summary>Answers that a form with conditions, groups and computed values refuses: each with its field named, nothing stored, never a failure of ours.</summary>
[Collection(RunningProgram.Name)]
public sealed class BadAnswersTests(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string Advert = "DPM-RKL-01";
    private const string Card = "DKC-KK-02";
    private const string Plots = "BPD-PBB-02";

    /// <summary>What is wrong, the service, the member of the body that is replaced, its JSON, the pointer that must be named.</summary>
    public static TheoryData<string, string, string, string, string> Wrong => new()
    {
        { "an unknown field", Advert, "data/warna", "\"merah\"", "/data/warna" },
        { "an unknown field of an item", Card, "data/anggota_baru", """[{"name":"Budi Pratama","relation":"Anak","umur":3}]""", "/data/anggota_baru/0/umur" },
        { "another version of the form", Advert, "catalogVersion", "999", "/catalogVersion" },
        { "a version that is no number", Advert, "catalogVersion", "\"1\"", "/catalogVersion" },
        { "a version below all", Advert, "catalogVersion", "-1", "/catalogVersion" },
        { "an answer to a hidden question", Advert, "data/jumlah", "3", "/data/jumlah" },
        { "an answer to a hidden question of an event", Card, "data/alamat_baru", """{"street":"Jl. Sudirman 5","regency":"13.75"}""", "/data/alamat_baru" },
        { "a hidden group", Plots, "data/bidang", """[{"luas":1,"pemilik":"A B"},{"luas":2,"pemilik":"A B"}]""", "/data/bidang" },
        { "a hidden computed value", Advert, "data/luas_total", "9", "/data/luas_total" },
        { "a forged computed value", Advert, "data/luas", "1", "/data/luas" },
        { "a forged count of days", Advert, "data/lama_tayang", "365", "/data/lama_tayang" },
        { "a computed value as text", Advert, "data/luas", "\"14520.25\"", "/data/luas" },
        { "a computed value as a list", Advert, "data/luas", "[14520.25]", "/data/luas" },
        { "a forged held NIK", Advert, "data/nik", "\"1375014101909999\"", "/data/nik" },
        { "a forged held name", Advert, "data/nama_lengkap", "\"Orang Lain\"", "/data/nama_lengkap" },
        { "a held name as an object", Advert, "data/nama_lengkap", """{"nama":"Orang Lain"}""", "/data/nama_lengkap" },
        { "an end before the beginning", Advert, "data/selesai", "\"2025-01-01\"", "/data/selesai" },
        { "a group with too many items", Card, "data/anggota_baru", $"[{string.Join(',', Enumerable.Range(0, 11).Select(i => $$"""{"name":"Anak Ke {{i}}","relation":"Anak"}"""))}]", "/data/anggota_baru" },
        { "a member twice", Card, "data/anggota_baru", """[{"name":"Budi Pratama","relation":"Anak","nik":"1375010101909901"},{"name":"Siti","relation":"Anak","nik":"1375010101909901"}]""", "/data/anggota_baru/1/nik" },
        { "an item twice", Card, "data/anggota_baru", """[{"name":"Budi Pratama","relation":"Anak"},{"name":"Budi Pratama","relation":"Anak"}]""", "/data/anggota_baru/1" },
        { "an item without what it needs", Card, "data/anggota_baru", """[{"relation":"Anak"}]""", "/data/anggota_baru/0/name" },
        { "an empty item", Card, "data/anggota_baru", "[{}]", "/data/anggota_baru/0/name" },
        { "a group as an object", Card, "data/anggota_baru", """{"name":"Budi Pratama","relation":"Anak"}""", "/data/anggota_baru" },
        { "a group as text", Card, "data/anggota_baru", "\"Budi\"", "/data/anggota_baru" },
        { "an item as a number", Card, "data/anggota_baru", "[1]", "/data/anggota_baru/0" },
        { "an item as a list", Card, "data/anggota_baru", "[[]]", "/data/anggota_baru/0" },
        { "an item as null", Card, "data/anggota_baru", "[null]", "/data/anggota_baru/0" },
        { "a member of an item as a list", Card, "data/anggota_baru", """[{"name":["Budi"],"relation":"Anak"}]""", "/data/anggota_baru/0/name" },
        { "a choice as a number", Advert, "data/jenis", "1", "/data/jenis" },
        { "a number as text", Advert, "data/ukuran_p", "\"2\"", "/data/ukuran_p" },
        { "a number past all bounds", Advert, "data/ukuran_p", "1e40", "/data/ukuran_p" },
        { "a date as a number", Advert, "data/mulai", "20261001", "/data/mulai" },
        { "a point as a text", Advert, "data/titik", "\"-0.3, 100.3\"", "/data/titik" },
        { "answers as a list", Advert, "data", "[]", "/data" },
        { "answers nested too deeply for any form", Advert, "data/jenis", new string('[', 20) + new string(']', 20), "/data/jenis/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0" },
        { "a name twice in an item", Card, "data/anggota_baru", """[{"name":"Budi","name":"Siti","relation":"Anak"}]""", "/data/anggota_baru/0/name" },
        { "a file for a requirement that is not asked", "DPM-SIP-04", "documents", """[{"requirement":"skp","document":"00000000-0000-0000-0000-000000000001"}]""", "/documents/0/requirement" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_its_field_named_and_nothing_stored(string fault, string service, string member, string json, string place)
    {
        var citizen = await program.CitizenAsync(13);
        var before = await StoredRows.CountAsync(program, Here);

        var answer = await citizen.SendAsync(Here, HttpMethod.Post, "/api/v1/applications", new Call { Body = With(service, member, json), Key = MppClient.NewKey() });

        Assert.True(answer.Status is 400 or 422, $"{fault}: {answer}");
        Assert.True(answer.MediaType == "application/problem+json" && answer.Fields.Contains(place), $"{fault}: {place} is not named by {answer}");
        Assert.Equal(before, await StoredRows.CountAsync(program, Here));
    }

    [Theory]
    [InlineData("10 MB", 413)]
    [InlineData("1,000 levels", 400)]
    public async Task Is_refused_before_it_is_understood(string fault, int status)
    {
        var citizen = await program.CitizenAsync(13);
        var before = await StoredRows.CountAsync(program, Here);
        var value = fault == "10 MB" ? $"\"{new string('a', 10 * 1024 * 1024)}\"" : new string('[', 1000) + new string(']', 1000);

        foreach (var path in new[] { "/api/v1/applications", "/api/v1/drafts" })
        {
            var answer = await citizen.SendAsync(Here, HttpMethod.Post, path, new Call { Body = $$$"""{"service":"{{{Card}}}","data":{"perubahan":{{{value}}}}}""", Key = MppClient.NewKey() });
            answer.Expect(status);
            Assert.Equal("application/problem+json", answer.MediaType);
        }

        Assert.Equal(before, await StoredRows.CountAsync(program, Here));
    }

    [Fact]
    public async Task The_version_in_force_may_be_named()
    {
        var citizen = await program.CitizenAsync(13);
        var inForce = (await citizen.GetAsync(Here, $"/api/v1/services/{Advert}")).Expect(200)["catalogVersion"].GetInt32();

        var answer = await citizen.SendAsync(Here, HttpMethod.Post, "/api/v1/applications", new Call { Body = With(Advert, "catalogVersion", $"{inForce}"), Key = MppClient.NewKey() });

        // The papers are missing; the version is not what is wrong.
        Assert.DoesNotContain("/catalogVersion", answer.Expect(422, "invalid-content").Fields);
    }

    /// <summary>A body that lacks nothing but the papers, with one member replaced. Put in as text: it may be what no reader of JSON would write.</summary>
    private static string With(string service, string member, string json)
    {
        const string Mark = "\"@@here@@\"";
        var answers = SampleAnswers.Asked(SeedData.Service(service), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)));
        var body = new JsonObject { ["service"] = service, ["data"] = answers };
        var path = member.Split('/');
        (path.Length == 1 ? body : answers)[path[^1]] = "@@here@@";
        return body.ToJsonString().Replace(Mark, json, StringComparison.Ordinal);
    }
}
