namespace MppDigital.Regencies.Tests.Applications.Forms;

public class RefusedAnswersTests
{
    [Theory]
    [InlineData("DPM-SIP-01", "no_hp", "\"0812\"", "/data/no_hp")]
    [InlineData("DPM-SIP-01", "no_hp", "\"+1 202 555 0100\"", "/data/no_hp")]
    [InlineData("DPM-SIP-01", "no_hp", "812345678901", "/data/no_hp")]
    [InlineData("DPM-SIP-01", "no_hp", "\"0812 3456 7890 0812 3456 7890\"", "/data/no_hp")]
    [InlineData("DPM-SIP-01", "no_hp", "[\"081234567890\"]", "/data/no_hp")]
    [InlineData("DPM-SIP-01", "email", "\"warga\"", "/data/email")]
    [InlineData("DPM-SIP-01", "email", "\"warga@contoh\"", "/data/email")]
    [InlineData("DPM-SIP-01", "email", "\"a@b@contoh.id\"", "/data/email")]
    [InlineData("DPM-SIP-01", "email", "\"warga@contoh.id\\nBcc: x@y.id\"", "/data/email")]
    [InlineData("DPM-SIP-01", "email", "{}", "/data/email")]
    [InlineData("DPM-SIP-01", "nik", "\"137501410190990\"", "/data/nik")]
    [InlineData("DPM-SIP-01", "nik", "\"1375014001909901\"", "/data/nik")]
    [InlineData("DPM-SIP-01", "nik", "\"0075010101909901\"", "/data/nik")]
    [InlineData("DPM-SIP-01", "nik", "1375014101909901", "/data/nik")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"Siti\\u0000Anggraini\"", "/data/nama_lengkap")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"Siti\\u202EAnggraini\"", "/data/nama_lengkap")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"Siti\\nAnggraini\"", "/data/nama_lengkap")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "\"\\ud800\"", "/data/nama_lengkap")]
    [InlineData("DPM-SIP-01", "nama_lengkap", "true", "/data/nama_lengkap")]
    [InlineData("DPM-SIP-01", "profesi", "\"perawat\"", "/data/profesi")]
    [InlineData("DPM-SIP-01", "profesi", "\"Dokter gigi\"", "/data/profesi")]
    [InlineData("DPM-SIP-01", "profesi", "\"\\ud800\"", "/data/profesi")]
    [InlineData("DPM-SIP-01", "profesi", "1", "/data/profesi")]
    [InlineData("DPM-SIP-01", "sip_ke", "0", "/data/sip_ke")]
    [InlineData("DPM-SIP-01", "sip_ke", "4", "/data/sip_ke")]
    [InlineData("DPM-SIP-01", "sip_ke", "1.5", "/data/sip_ke")]
    [InlineData("DPM-SIP-01", "sip_ke", "\"1\"", "/data/sip_ke")]
    [InlineData("DPM-SIP-01", "sip_ke", "-1", "/data/sip_ke")]
    [InlineData("DPM-SIP-01", "sip_ke", "1e400", "/data/sip_ke")]
    [InlineData("DPM-SIP-01", "sip_ke", "99999999999999999999999999999999", "/data/sip_ke")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "\"Jl. A. Rivai 2\"", "/data/alamat_praktik")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"regency\":\"13.75\"}", "/data/alamat_praktik/street")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":5,\"regency\":\"13.75\"}", "/data/alamat_praktik/street")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\"Jl. A\"}", "/data/alamat_praktik/regency")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\"Jl. A\",\"regency\":\"13.99\"}", "/data/alamat_praktik/regency")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\"Jl. A\",\"regency\":\"\\ud800\"}", "/data/alamat_praktik/regency")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\"Jl. A\",\"regency\":\"13.75\",\"postalCode\":\"2618\"}", "/data/alamat_praktik/postalCode")]
    [InlineData("DPM-SIP-01", "alamat_praktik", "{\"street\":\"Jl. A\",\"regency\":\"13.75\",\"country\":\"ID\"}", "/data/alamat_praktik/country")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "\"Senin\"", "/data/jadwal_praktik")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"senin\",\"from\":\"08:00\",\"to\":\"12:00\"}]", "/data/jadwal_praktik/0/day")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"mon\",\"from\":\"8\",\"to\":\"12:00\"}]", "/data/jadwal_praktik/0/from")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"mon\",\"from\":\"08:00\"}]", "/data/jadwal_praktik/0/to")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"mon\",\"from\":\"12:00\",\"to\":\"08:00\"}]", "/data/jadwal_praktik/0/to")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"mon\",\"from\":\"08:00\",\"to\":\"12:00\"},{\"day\":\"mon\",\"from\":\"11:00\",\"to\":\"13:00\"}]", "/data/jadwal_praktik/1")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[\"mon\"]", "/data/jadwal_praktik/0")]
    [InlineData("DPM-SIP-01", "jadwal_praktik", "[{\"day\":\"mon\",\"from\":\"08:00\",\"to\":\"12:00\",\"note\":\"x\"}]", "/data/jadwal_praktik/0/note")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "\"2026-11-23\"", "/data/tgl_lahir_anak")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "\"2026-02-30\"", "/data/tgl_lahir_anak")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "\"29/11/2026\"", "/data/tgl_lahir_anak")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "\"1899-12-31\"", "/data/tgl_lahir_anak")]
    [InlineData("DKC-AKL-01", "tgl_lahir_anak", "20261122", "/data/tgl_lahir_anak")]
    [InlineData("DKC-AKL-01", "jam_lahir", "\"24:00\"", "/data/jam_lahir")]
    [InlineData("DKC-AKL-01", "jam_lahir", "\"4.35\"", "/data/jam_lahir")]
    [InlineData("DKC-AKL-01", "jam_lahir", "435", "/data/jam_lahir")]
    [InlineData("DKC-AKL-01", "nama_anak", "\"Aisyah\"", "/data/nama_anak")]
    [InlineData("DKC-AKL-01", "nama_anak", "\"Aisyah 2\"", "/data/nama_anak")]
    [InlineData("DKC-AKL-01", "nama_anak", "\"Dr Aisyah Rahmadani\"", "/data/nama_anak")]
    [InlineData("DKC-AKL-01", "nama_anak", "\"M Fatih\"", "/data/nama_anak")]
    [InlineData("DKC-AKL-01", "saksi", "[{\"nama\":\"Budi Pratama\",\"nik\":\"1375010101909901\"}]", "/data/saksi")]
    [InlineData("DKC-AKL-01", "saksi", "[{\"nama\":\"Budi Pratama\",\"nik\":\"1375010101909901\"},{\"nama\":\"Siti\",\"nik\":\"1375010101909901\"}]", "/data/saksi/1/nik")]
    [InlineData("DKC-AKL-01", "saksi", "[{\"nama\":\"Budi Pratama\",\"nik\":\"1375010101909901\"},{\"nik\":\"1375014101909901\"}]", "/data/saksi/1/nama")]
    [InlineData("DKC-AKM-01", "saksi", "[\"1375010101909901\"]", "/data/saksi")]
    [InlineData("DKC-AKM-01", "saksi", "[\"1375010101909901\",\"1375010101909901\"]", "/data/saksi/1")]
    [InlineData("DKC-AKM-01", "saksi", "[\"1375010101909901\",\"12\"]", "/data/saksi/1")]
    [InlineData("DKC-AKM-01", "saksi", "[\"1375010101909901\",\"1375014101909901\",\"3171017112859902\"]", "/data/saksi")]
    [InlineData("DKC-AKM-01", "saksi", "{\"0\":\"1375010101909901\"}", "/data/saksi")]
    [InlineData("BPD-PBB-01", "luas_tanah", "0", "/data/luas_tanah")]
    [InlineData("BPD-PBB-01", "luas_tanah", "10000000.01", "/data/luas_tanah")]
    [InlineData("BPD-PBB-01", "luas_tanah", "1.234", "/data/luas_tanah")]
    [InlineData("BPD-PBB-01", "luas_tanah", "\"120\"", "/data/luas_tanah")]
    [InlineData("BPD-PBB-01", "luas_tanah", "1e300", "/data/luas_tanah")]
    [InlineData("BPD-PBB-01", "lokasi", "{\"lat\":51.5,\"lng\":0.1}", "/data/lokasi/lat")]
    [InlineData("BPD-PBB-01", "lokasi", "{\"lat\":-0.3}", "/data/lokasi/lng")]
    [InlineData("BPD-PBB-01", "lokasi", "[100.36,-0.3]", "/data/lokasi")]
    [InlineData("BPD-PBB-01", "lokasi", "{\"lat\":\"-0.3\",\"lng\":100.3}", "/data/lokasi/lat")]
    [InlineData("BPD-PBB-01", "nop_sebelah", "\"12345\"", "/data/nop_sebelah")]
    [InlineData("BPD-BPH-01", "npop", "2500000.5", "/data/npop")]
    [InlineData("BPD-BPH-01", "npop", "-1", "/data/npop")]
    [InlineData("BPD-BPH-01", "npop", "\"Rp2.500.000\"", "/data/npop")]
    [InlineData("BPD-BPH-01", "npop", "1000000000000000", "/data/npop")]
    [InlineData("BPD-NPW-01", "jenis_pajak", "[\"bukan-pajak\"]", "/data/jenis_pajak/0")]
    [InlineData("BPD-NPW-01", "jenis_pajak", "\"hotel\"", "/data/jenis_pajak")]
    [InlineData("POL-SKCK-01", "pernyataan", "\"ya\"", "/data/pernyataan")]
    [InlineData("POL-SKCK-01", "pernyataan", "1", "/data/pernyataan")]
    [InlineData("DKC-PND-01", "tujuan_kab", "\"99.99\"", "/data/tujuan_kab")]
    [InlineData("DKC-PND-01", "tujuan_kab", "\"Kota Padang\"", "/data/tujuan_kab")]
    [InlineData("BPN-CEK-01", "desa", "\"13.75.01\"", "/data/desa")]
    [InlineData("BPN-CEK-01", "desa", "\"99.75.01.1001\"", "/data/desa")]
    [InlineData("DPM-SKP-01", "lokasi", "[\"13.75\"]", "/data/lokasi/0")]
    [InlineData("DPM-SKP-01", "tim", "[{}]", "/data/tim/0/nama")]
    [InlineData("DPM-SIP-90", "no_sip", "\"<b>1</b>\"", "/data/no_sip")]
    [InlineData("DPM-SIP-90", "no_sip", "\"../../etc/passwd\"", "/data/no_sip")]
    [InlineData("OSS-NIB-01", "kbli", "[\"4711\"]", "/data/kbli/0")]
    [InlineData("OSS-NIB-01", "kbli", "[47111]", "/data/kbli/0")]
    [InlineData("POL-HIL-01", "barang", "[[\"KTP\"]]", "/data/barang/0")]
    [InlineData("DKC-KK-01", "anggota", "[{\"nik\":\"12\",\"name\":\"Budi\",\"relation\":\"Anak\"}]", "/data/anggota/0/nik")]
    [InlineData("DKC-KK-01", "anggota", "[{\"nik\":\"1375010101909901\",\"relation\":\"Anak\"}]", "/data/anggota/0/name")]
    [InlineData("DKC-KK-01", "anggota", "[{\"nik\":\"1375010101909901\",\"name\":\"Budi\",\"relation\":\"Anak\",\"sex\":\"X\"}]", "/data/anggota/0/sex")]
    [InlineData("DKC-KK-01", "anggota", "[{\"nik\":\"1375010101909901\",\"name\":\"Budi\",\"relation\":\"Anak\",\"birthDate\":\"2030-01-01\"}]", "/data/anggota/0/birthDate")]
    [InlineData("DKC-KTP-01", "jadwal", "{\"date\":\"2026-11-22\",\"time\":\"09:00\"}", "/data/jadwal/date")]
    [InlineData("DKC-KTP-01", "jadwal", "{\"date\":\"2026-11-29\",\"time\":\"09:00\"}", "/data/jadwal/date")]
    [InlineData("DKC-KTP-01", "jadwal", "{\"date\":\"2027-01-22\",\"time\":\"09:00\"}", "/data/jadwal/date")]
    [InlineData("DKC-KTP-01", "jadwal", "{\"date\":\"2026-11-23\",\"time\":\"18:00\"}", "/data/jadwal/time")]
    [InlineData("IMI-PAS-02", "no_paspor", "\"12345678\"", "/data/no_paspor")]
    [InlineData("SAM-STNK-01", "nopol", "\"1234\"", "/data/nopol")]
    [InlineData("OSS-KKPR-01", "poligon", "{\"type\":\"Point\",\"coordinates\":[100.36,-0.30]}", "/data/poligon/type")]
    [InlineData("OSS-KKPR-01", "poligon", "{\"type\":\"Polygon\",\"coordinates\":[]}", "/data/poligon/coordinates")]
    [InlineData("OSS-KKPR-01", "poligon", "{\"type\":\"Polygon\",\"coordinates\":[[[100.36,-0.30],[100.37,-0.30],[100.36,-0.30]]]}", "/data/poligon/coordinates/0")]
    [InlineData("OSS-KKPR-01", "poligon", "{\"type\":\"Polygon\",\"coordinates\":[[[100.36,-0.30],[100.37,-0.30],[100.37,-0.31],[100.36,-0.29]]]}", "/data/poligon/coordinates/0")]
    [InlineData("OSS-KKPR-01", "poligon", "{\"type\":\"Polygon\",\"coordinates\":[[[100.36,-0.30],[-0.30,100.37],[100.37,-0.31],[100.36,-0.30]]]}", "/data/poligon/coordinates/0/1")]
    public void Names_the_place_of_a_wrong_answer(string service, string field, string json, string at)
    {
        var check = Filled.With(service, field, json);

        Assert.Contains(at, check.Errors.Select(e => e.At));
        Assert.All(check.Errors, e => Assert.StartsWith($"/data/{field}", e.At, StringComparison.Ordinal));
        Assert.All(check.Errors, e => Assert.True(e.Text.EndsWith('.') || e.Text.EndsWith('}') || e.Text.EndsWith(']'), e.Text));
        Assert.All(check.Errors, e => Assert.NotEqual(e.Text, e.TextEn));
        Assert.False(check.Data.ContainsKey(field));
    }

    [Theory]
    [InlineData("DPM-SIP-01", "nama_lengkap", 100)]
    [InlineData("DPM-SIP-01", "fasilitas", 150)]
    [InlineData("DKC-AKL-01", "tempat_lahir_anak", 150)]
    [InlineData("DPM-SKP-01", "judul", 300)]
    public void Counts_characters_and_not_bytes(string service, string field, int longest)
    {
        Assert.Empty(Filled.With(service, field, $"\"{string.Concat(Enumerable.Repeat("é", longest))}\"").Errors);
        Assert.Equal($"/data/{field}", Assert.Single(Filled.With(service, field, $"\"{new string('a', longest + 1)}\"").Errors).At);
    }

    [Fact]
    public void Bounds_a_text_without_a_bound_of_its_own_at_200_characters() =>
        Assert.Equal("/data/barang/0", Assert.Single(Filled.With("POL-HIL-01", "barang", $"[\"{new string('a', 201)}\"]").Errors).At);

    [Fact]
    public void Bounds_a_list_of_texts_by_its_definition() =>
        Assert.Equal("/data/barang", Assert.Single(Filled.With("POL-HIL-01", "barang", $"[{string.Join(',', Enumerable.Range(0, 51).Select(i => $"\"{i}\""))}]").Errors).At);

    [Fact]
    public void Bounds_an_address_as_a_whole() =>
        Assert.Equal("/data/alamat_praktik", Assert.Single(Filled.With("DPM-SIP-01", "alamat_praktik", $"{{\"street\":\"{new string('a', 200)}\",\"village\":\"{new string('b', 98)}\",\"regency\":\"13.75\"}}").Errors).At);

    [Fact]
    public void Grants_a_passport_of_ten_years_from_the_age_of_17_only()
    {
        var child = Filled.Held(("tanggal_lahir", "2009-11-23"));
        var adult = Filled.Held(("tanggal_lahir", "2009-11-22"));
        var answers = Filled.Answers("IMI-PAS-01", "masa", "\"10\"").Replace("\"tanggal_lahir\":\"1990-01-01\",", "", StringComparison.Ordinal);

        Assert.Equal("/data/masa", Assert.Single(Filled.Check("IMI-PAS-01", answers, child).Errors).At);
        Assert.Empty(Filled.Check("IMI-PAS-01", answers, adult).Errors);
    }
}
