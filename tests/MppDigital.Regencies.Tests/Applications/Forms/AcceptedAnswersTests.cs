using System.Text.Json.Nodes;

namespace MppDigital.Regencies.Tests.Applications.Forms;

public class AcceptedAnswersTests
{
    [Theory]
    [InlineData("DPM-SIP-01", "no_hp", "\"0812 3456 7890\"", "\"+6281234567890\"")]
    [InlineData("DPM-SIP-01", "no_hp", "\"+62 812-3456-7890\"", "\"+6281234567890\"")]
    [InlineData("DPM-SIP-01", "no_hp", "\"(0752) 21345\"", "\"+6275221345\"")]
    [InlineData("DPM-SIP-01", "email", "\" Siti.Anggraini+sip@Contoh.ID \"", "\"Siti.Anggraini+sip@contoh.id\"")]
    [InlineData("DPM-SIP-01", "nik", "\"1375 0141 0190 9901\"", "\"1375014101909901\"")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"  Siti Anggraini  \"", "\"Siti Anggraini\"")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"Nguye\\u0302\\u0303n O'Brien\"", "\"Nguyễn O'Brien\"")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"<script>alert(1)</script>\"", "\"<script>alert(1)</script>\"")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"'; DROP TABLE applications; --\"", "\"'; DROP TABLE applications; --\"")]
    [InlineData("DPM-SIP-01", "fasilitas", "\"RS Otak Dr. Drs. M. Hatta\"", "\"RS Otak Dr. Drs. M. Hatta\"")]
    [InlineData("DPM-SIP-01", "profesi", "\"dokter_gigi\"", "\"dokter_gigi\"")]
    [InlineData("DPM-SIP-01", "sip_ke", "3", "3")]
    [InlineData("DPM-SIP-01", "sip_ke", "1.0", "1")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\" Jl. A. Rivai 2 \",\"regency\":\"1375\"}", "{\"street\":\"Jl. A. Rivai 2\",\"regency\":\"13.75\"}")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\"Jl. A. Rivai 2\",\"village\":\"\",\"district\":null,\"regency\":\"91.71\",\"postalCode\":\"99111\"}", "{\"street\":\"Jl. A. Rivai 2\",\"regency\":\"91.71\",\"postalCode\":\"99111\"}")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"fri\",\"from\":\"16.00\",\"to\":\"20.00\"},{\"day\":\"mon\",\"from\":\"08:00\",\"to\":\"12:00\"}]", "[{\"day\":\"mon\",\"from\":\"08:00\",\"to\":\"12:00\"},{\"day\":\"fri\",\"from\":\"16:00\",\"to\":\"20:00\"}]")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"sun\",\"from\":\"08:00\",\"to\":\"12:00\"},{\"day\":\"sun\",\"from\":\"12:00\",\"to\":\"13:00\"}]", "[{\"day\":\"sun\",\"from\":\"08:00\",\"to\":\"12:00\"},{\"day\":\"sun\",\"from\":\"12:00\",\"to\":\"13:00\"}]")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "\"2026-11-22\"", "\"2026-11-22\"")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("DKC-AKL-01", "jam_lahir", "\"04.35\"", "\"04:35\"")]
    [InlineData("DKC-AKL-01", "jam_lahir", "\"23:59\"", "\"23:59\"")]
    [InlineData("DKC-AKL-01", "nama_anak", "\"Muhammad Al Fatih\"", "\"Muhammad Al Fatih\"")]
    [InlineData("DKC-AKL-01", "anak_ke", "30", "30")]
    [InlineData("DKC-AKM-01", "saksi", "[\"1375010101909901\",\"3171017112859902\"]", "[\"1375010101909901\",\"3171017112859902\"]")]
    [InlineData("DPM-RKL-01", "selesai", "\"2027-01-01\"", "\"2027-01-01\"")]
    [InlineData("BPD-PBB-01", "luas_tanah", "120.55", "120.55")]
    [InlineData("BPD-PBB-01", "luas_tanah", "1e2", "1e2")]
    [InlineData("BPD-PBB-01", "lokasi", "{\"lat\":-0.30512345678,\"lng\":100.369}", "{\"lat\":-0.305123,\"lng\":100.369}")]
    [InlineData("BPD-PBB-01", "nop_sebelah", "\"13.75.010.001.001.0001.0\"", "\"137501000100100010\"")]
    [InlineData("BPD-BPH-01", "npop", "0", "0")]
    [InlineData("BPD-BPH-01", "npop", "999999999999999", "999999999999999")]
    [InlineData("POL-SKCK-01", "pernyataan", "true", "true")]
    [InlineData("POL-SKCK-01", "pernyataan", "false", "false")]
    [InlineData("DKC-PND-01", "tujuan_kab", "\"9171\"", "\"91.71\"")]
    [InlineData("BPN-CEK-01", "desa", "\"1375011001\"", "\"13.75.01.1001\"")]
    [InlineData("DPM-SKP-01", "lokasi", "[\"137501\",\"13.75.02\"]", "[\"13.75.01\",\"13.75.02\"]")]
    [InlineData("DPM-SIP-90", "no_sip", "\"503/1234-DPMPTSP.2\"", "\"503/1234-DPMPTSP.2\"")]
    [InlineData("OSS-NIB-01", "kbli", "[\"47111\"]", "[\"47111\"]")]
    [InlineData("POL-HIL-01", "barang", "[\"KTP-el\",\"STNK BA 1234 LK\"]", "[\"KTP-el\",\"STNK BA 1234 LK\"]")]
    [InlineData("DKC-KK-01", "anggota", "[{\"nik\":\"1375010101909901\",\"name\":\"Budi Pratama\",\"relation\":\"Anak\",\"birthDate\":\"\"}]", "[{\"nik\":\"1375010101909901\",\"name\":\"Budi Pratama\",\"relation\":\"Anak\"}]")]
    [InlineData("DKC-KTP-01", "jadwal", "{\"date\":\"2026-11-23\",\"time\":\"07.00\"}", "{\"date\":\"2026-11-23\",\"time\":\"07:00\"}")]
    [InlineData("DKC-KTP-01", "jadwal", "{\"date\":\"2027-01-21\",\"time\":\"16:00\"}", "{\"date\":\"2027-01-21\",\"time\":\"16:00\"}")]
    [InlineData("IMI-PAS-02", "no_paspor", "\"c1234567\"", "\"C1234567\"")]
    [InlineData("SAM-STNK-01", "nopol", "\"ba 1234 lk\"", "\"BA 1234 LK\"")]
    [InlineData("OSS-KKPR-01", "poligon", "{\"type\":\"Polygon\",\"coordinates\":[[[100.36,-0.30],[100.37,-0.30],[100.37,-0.31],[100.36,-0.30]]]}", "{\"type\":\"Polygon\",\"coordinates\":[[[100.36,-0.30],[100.37,-0.30],[100.37,-0.31],[100.36,-0.30]]]}")]
    public void Stores_one_form_of_what_people_write(string service, string field, string json, string stored)
    {
        var check = Filled.With(service, field, json);

        Assert.Empty(check.Errors);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(stored), check.Data[field]), $"{stored} but {check.Data[field]?.ToJsonString()}");
    }

    [Theory]
    [InlineData("email", "null")]
    [InlineData("email", "\"\"")]
    [InlineData("email", "\"   \"")]
    public void Leaves_out_an_optional_answer_that_is_empty(string field, string json)
    {
        var check = Filled.With("DPM-SIP-01", field, json);

        Assert.Empty(check.Errors);
        Assert.False(check.Data.ContainsKey(field));
    }
}
