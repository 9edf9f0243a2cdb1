using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;
using MppDigital.Web.Citizen.Apply;

namespace MppDigital.Web.Tests.Citizen;

public class FormBindingTests
{
    [Theory]
    [InlineData("DPM-SIP-01", "nama_lengkap", "nama_lengkap= Siti ", "\"Siti\"")]
    [InlineData("DPM-SIP-01", "fasilitas", "fasilitas=*|fasilitas.other=Praktik Baru", "\"Praktik Baru\"")]
    [InlineData("DPM-SIP-01", "fasilitas", "fasilitas=RSUD|fasilitas.other=Praktik Baru", "\"RSUD\"")]
    [InlineData("DPM-SIP-01", "sip_ke", "sip_ke=2", "2")]
    [InlineData("DPM-SIP-01", "sip_ke", "sip_ke=dua", "\"dua\"")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "alamat_praktik.street=Jl. A|alamat_praktik.village=|alamat_praktik.regency=13.75", "{\"street\":\"Jl. A\",\"regency\":\"13.75\"}")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "jadwal_praktik.0.day=mon|jadwal_praktik.0.from=|jadwal_praktik.0.to=|jadwal_praktik.1.day=tue|jadwal_praktik.1.from=8.00|jadwal_praktik.1.to=12:00", "[{\"day\":\"tue\",\"from\":\"08.00\",\"to\":\"12:00\"}]")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "tgl_lahir_anak.d=9|tgl_lahir_anak.m=1|tgl_lahir_anak.y=2026", "\"2026-01-09\"")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "tgl_lahir_anak.d=9|tgl_lahir_anak.m=Mei|tgl_lahir_anak.y=2026", "\"2026-Mei-09\"")]
    [InlineData("DKC-AKM-01", "saksi", "saksi.0=1375010101909901|saksi.1=", "[\"1375010101909901\"]")]
    [InlineData("BPD-BPH-01", "npop", "npop=Rp2.500.000", "2500000")]
    [InlineData("BPD-PBB-01", "luas_tanah", "luas_tanah=1.120,5", "1120.5")]
    [InlineData("BPD-PBB-01", "luas_tanah", "luas_tanah=120.5", "120.5")]
    [InlineData("BPD-PBB-01", "lokasi", "lokasi.lat=-0,305|lokasi.lng=100,369", "{\"lat\":-0.305,\"lng\":100.369}")]
    [InlineData("BPD-NPW-01", "jenis_pajak", "jenis_pajak=a|jenis_pajak=b", "[\"a\",\"b\"]")]
    [InlineData("POL-SKCK-01", "pernyataan", "pernyataan=false", "false")]
    [InlineData("DKC-KTP-01", "jadwal", "jadwal.d=24|jadwal.m=11|jadwal.y=2026|jadwal.time=9.00", "{\"date\":\"2026-11-24\",\"time\":\"09.00\"}")]
    [InlineData("OSS-KKPR-01", "poligon", "poligon=-0.30; 100.36\n-0.30; 100.37\n-0.31; 100.37", "{\"type\":\"Polygon\",\"coordinates\":[[[100.36,-0.30],[100.37,-0.30],[100.37,-0.31],[100.36,-0.30]]]}")]
    [InlineData("OSS-KKPR-01", "poligon", "poligon=di belakang masjid", "\"di belakang masjid\"")]
    public void Turns_posted_fields_into_the_shape_of_the_form(string service, string field, string posted, string expected)
    {
        var bound = FormBinding.Read(Field(service, field), Form(posted));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), bound), bound?.ToJsonString());
    }

    [Fact]
    public void Reads_nothing_where_nothing_was_written() =>
        Assert.All(SeedData.Services.SelectMany(s => s.FormFields), f => Assert.Null(FormBinding.Read(f, FormCollection.Empty)));

    [Fact]
    public void Shows_an_outline_again_as_it_was_written()
    {
        var bound = FormBinding.Read(Field("OSS-KKPR-01", "poligon"), Form("poligon=-0.30, 100.36\n-0.30, 100.37\n-0.31, 100.37\n-0.30, 100.36"));

        Assert.Equal("-0.30, 100.36\n-0.30, 100.37\n-0.31, 100.37\n-0.30, 100.36", FormBinding.Lines(bound));
    }

    /// <summary>What the controls of each of the 56 forms post is read back as an answer that the form accepts.</summary>
    [Fact]
    public void Reads_back_every_answer_of_every_form()
    {
        var today = new DateOnly(2026, 11, 22);
        foreach (var service in SeedData.Services)
        {
            var answers = SampleAnswers.For(service, today);
            var bound = new JsonObject(service.FormFields.Where(f => answers.ContainsKey(f.Name)).Select(f => KeyValuePair.Create(f.Name, FormBinding.Read(f, Posted(f, answers[f.Name]!)))));
            var applicant = new HeldFacts([], []) { Applicant = service.ApplicantKinds.Contains("perorangan") ? ApplicantKind.Person : ApplicantKind.Business };

            var check = FormValidator.Check(service, JsonSerializer.SerializeToElement(bound), applicant, SeedData.Directory, today);

            Assert.Empty(check.Errors);
            Assert.True(JsonNode.DeepEquals(answers, check.Data), $"{answers.ToJsonString()}\n{check.Data.ToJsonString()}");
        }
    }

    private static FormField Field(string service, string name) => SeedData.Service(service).FormFields.Single(f => f.Name == name);

    private static FormCollection Form(string posted) =>
        new(posted.Split('|').Select(pair => pair.Split('=', 2)).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(p => p[1])])));

    private static FormCollection Posted(FormField field, JsonNode answer)
    {
        var fields = new Dictionary<string, StringValues>();
        if (field.IsGroup)
            foreach (var (i, item) in answer.AsArray().Index()) foreach (var member in field.Fields!.Where(m => item![m.Name] is not null)) Put($"{field.Name}.{i}.{member.Name}", item![member.Name]!, member.Type);
        else Put(field.Name, answer, field.Type);
        return new FormCollection(fields);

        void Put(string name, JsonNode value, string type)
        {
            if (type == "geojson") fields[name] = FormBinding.Lines(value);
            else if (value is JsonObject group) foreach (var (part, below) in group) Put(part == "date" ? name : $"{name}.{part}", below!, type);
            else if (value is JsonArray list && type == "array<enum>") fields[name] = new StringValues([.. list.Select(v => FormBinding.Plain(v))]);
            else if (value is JsonArray rows) foreach (var (i, row) in rows.Index()) Put($"{name}.{i}", row!, type);
            else if (FormBinding.Plain(value) is var text && type is "date" or "slot" && text.Split('-') is [var y, var m, var d]) (fields[$"{name}.y"], fields[$"{name}.m"], fields[$"{name}.d"]) = (y, m, d);
            else fields[name] = text;
        }
    }
}
