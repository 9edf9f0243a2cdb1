using System.Text.Json.Nodes;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

public class AnswerWordsTests
{
    [Theory]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\"Jl. A. Rivai 2\",\"village\":\"Kayu Kubu\",\"regency\":\"13.75\",\"postalCode\":\"26115\"}", "Jl. A. Rivai 2, Kayu Kubu, Kota Bukittinggi 26115", "Jl. A. Rivai 2, Kayu Kubu, Kota Bukittinggi 26115")]
    [InlineData("DPM-SIP-01", "alamat", "{\"street\":\"Jl. Merdeka No. 3\"}", "Jl. Merdeka No. 3", "Jl. Merdeka No. 3")]
    [InlineData("DPM-SIP-01", "no_hp", "\"+6281234567890\"", "0812 3456 7890", "0812 3456 7890")]
    [InlineData("DPM-SIP-01", "profesi", "\"dokter_gigi\"", "Dokter gigi", "Dentist")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"mon\",\"from\":\"08:00\",\"to\":\"12:00\"},{\"day\":\"sun\",\"from\":\"08:00\",\"to\":\"12:00\"},{\"day\":\"tue\",\"from\":\"16:00\",\"to\":\"20:00\"}]", "Senin, Minggu 08.00–12.00; Selasa 16.00–20.00", "Monday, Sunday 08:00–12:00; Tuesday 16:00–20:00")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "\"2026-11-09\"", "9 November 2026", "9 November 2026")]
    [InlineData("DKC-AKL-01", "jam_lahir", "\"04:35\"", "04.35", "04:35")]
    [InlineData("BPD-BPH-01", "npop", "350000000", "Rp350.000.000", "Rp350,000,000")]
    [InlineData("BPD-PBB-01", "luas_tanah", "1120.5", "1.120,5", "1,120.5")]
    [InlineData("BPD-PBB-03", "tahun", "2026", "2026", "2026")]
    [InlineData("POL-SKCK-01", "pernyataan", "false", "Tidak", "No")]
    [InlineData("DKC-PND-01", "tujuan_kab", "\"91.71\"", "Kota Jayapura", "Kota Jayapura")]
    [InlineData("DKC-KTP-01", "jadwal", "{\"date\":\"2026-11-23\",\"time\":\"09:00\"}", "Senin, 23 November 2026, 09.00", "Monday, 23 November 2026, 09:00")]
    [InlineData("DKC-KK-01", "anggota", "[{\"nik\":\"1375016501909990\",\"name\":\"Siti\",\"relation\":\"Istri\"}]", "Siti, 1375•• •••••• ••90, Istri", "Siti, 1375•• •••••• ••90, Istri")]
    [InlineData("OSS-KKPR-01", "poligon", "{\"type\":\"Polygon\",\"coordinates\":[[[100.36,-0.30],[100.37,-0.30],[100.37,-0.31],[100.36,-0.30]]]}", "Batas dengan 3 titik", "Outline of 3 points")]
    public void Reads_an_answer_out_in_both_languages(string service, string field, string json, string id, string en)
    {
        var definition = SeedData.Service(service).FormFields.Single(f => f.Name == field);
        var answer = JsonNode.Parse(json)!;

        Assert.Equal(id, AnswerWords.Of(definition, answer, SeedData.Directory, english: false));
        Assert.Equal(en, AnswerWords.Of(definition, answer, SeedData.Directory, english: true));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[[1]]")]
    [InlineData("\"x\"")]
    [InlineData("1")]
    [InlineData("true")]
    public void Never_fails_on_what_a_register_may_hold(string json) =>
        Assert.All(SeedData.Services.SelectMany(s => s.FormFields), f => Assert.NotNull(AnswerWords.Of(f, JsonNode.Parse(json)!, SeedData.Directory, english: false)));
}
