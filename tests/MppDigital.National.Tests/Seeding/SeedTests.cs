using MppDigital.National.Seeding;

namespace MppDigital.National.Tests.Seeding;

public sealed class SeedTests
{
    private const string Sip = "services/DPM-SIP-04.json";

    [Fact]
    public void Reads_514_regencies_and_56_services()
    {
        var seed = Seed.Read(SeedFolder.Original);

        Assert.Equal(514, seed.Regencies.Count);
        Assert.Equal(56, seed.Services.Count);
        Assert.Equal(416, seed.Regencies.Count(r => r.Kind == "kabupaten"));
        Assert.Equal("bukittinggi", seed.Regencies.Single(r => r.Code.Value == "13.75").Slug);
        Assert.All(seed.Services, s => Assert.All(s.FormFields, f => Assert.False(string.IsNullOrWhiteSpace(f.LabelEn))));
    }

    public static TheoryData<string, string, string, string, string, string> Breaks() => new()
    {
        // file, old text, new text, row, column, part of what is expected
        { "regencies.csv", "\n13.75,1375,", "\n99.75,1375,", "row 74", "code4", "9975" },
        { "regencies.csv", "\n13.75,1375,", "\n99.75,9975,", "row 74", "code", "38 provinces" },
        { "regencies.csv", "\n13.75,1375,", "\n1375,1375,", "row 74", "code", "13.75" },
        { "regencies.csv", "\n11.02,1102,", "\n11.01,1101,", "row 3", "code", "stands in row 2" },
        { "regencies.csv", ",aceh-tenggara,", ",aceh-selatan,", "row 3", "slug", "stands in row 2" },
        { "regencies.csv", ",aceh-tenggara,", ",login,", "row 3", "slug", "reserved" },
        { "regencies.csv", ",aceh-tenggara,", ",Aceh_Tenggara,", "row 3", "slug", "small letters" },
        { "regencies.csv", ",aceh-tenggara,3.46060", ",aceh-tenggara,north", "row 3", "latitude", "number" },
        { "regencies.csv", "Asia/Jakarta,WIB,aceh-tenggara", "Asia/Tokyo,WIB,aceh-tenggara", "row 3", "timezone", "Asia/Makassar" },
        { "regencies.csv", "Asia/Jakarta,WIB,aceh-tenggara", "Asia/Jakarta,WIT,aceh-tenggara", "row 3", "tz_abbr", "WIB" },
        { "regencies.csv", "Kabupaten Aceh Tenggara,kabupaten", "Kabupaten Aceh Tenggara,desa", "row 3", "kind", "kota" },
        { "regencies.csv", "Kabupaten Aceh Tenggara,kabupaten,11,Aceh", "Kabupaten Aceh Tenggara,kabupaten,12,Aceh", "row 3", "province_code", "11" },
        { "regencies.csv", "Kabupaten Aceh Tenggara,kabupaten,11,Aceh", "Kabupaten Aceh Tenggara,kabupaten,11,Acheh", "row 3", "province", "'Aceh'" },
        { "regencies.csv", "\n11.02,1102,Kabupaten Aceh Tenggara,", "\n11.02,1102,", "row 3", "population_2024s2", "columns" },
        { "regencies.csv", "code,code4", "code,short", "row 1", "code4", "called code4" },
        { "regencies.csv", ",235589,0", ",235589,1", "row 3", "dki_administrative", "0 outside" },
        { "regencies.csv", ",235589,0", ",many,0", "row 3", "population_2024s2", "whole number" },
        { Sip, "\"DPM-SIP-04\",\n  \"name_id\"", "\"DPM-SIP-05\",\n  \"name_id\"", "row 2", "$.code", "the name of the file" },
        { Sip, "{\n  \"code\"", "{\n  \"code\" \"x\"", "row 2", "$", "JSON" },
        { Sip, "  \"name_en\": \"Practice licence: nurse\",\n", "", "row 1", "$", "name_en" },
        { Sip, "\"short_name\"", "\"surprise\": 1,\n  \"short_name\"", "row 5", "$.surprise", "known members" },
        { Sip, "\"code\": \"ktp\",\n", "", "row 30", "$.requirements[0]", "code" },
        { Sip, "\"code\": \"str\"", "\"code\": \"ktp\"", "row 43", "$.requirements[1].code", "used twice" },
        { Sip, "\"kemkes.satusehat_sdmk.str\"", "\"kemkes.register.str\"", "row 48", "$.requirements[1].once_only_source", "known registers" },
        { Sip, "\"mode\": \"full-digital\"", "\"mode\": \"digital\"", "row 25", "$.delivery.mode", "full-digital" },
        { Sip, "\"type\": \"facility\"", "\"type\": \"hospital\"", "row ", "$.form_fields[7].type", "facility" },
        { Sip, "\"source\": \"account.phone\"", "\"source\": \"account.telephone\"", "row ", "$.form_fields[3].source", "known sources" },
        { Sip, "\"value\": \"perawat\"", "\"value\": \"ners_spesialis\"", "row ", "options[2].value", "used twice" },
        { Sip, "\"two_person\": true", "\"two_person\": \"yes\"", "row ", "$.two_person", "another type" },
        { Sip, "\"agency\": \"DINKES\"", "\"agency\": \"DINKESS\"", "row ", "$.workflow[3].agency", "an agency that has a service" },
        { Sip, "\"amount_idr\": 0", "\"amount_idr\": 5000", "row ", "$.fee.amount_idr", "0" },
        { Sip, "\"pattern\": \"^[0-9]{16}$\"", "\"pattern\": \"^[0-9{16}$(\"", "row ", "$.form_fields[0].validation.pattern", "regular expression" },
        { Sip, "\"name_id\": \"Surat Izin Praktik (SIP) Perawat\"", "\"name_id\": null", "row 3", "$.name_id", "not null" },
        { "milestones.json", "\"63.03\"", "\"63.99\"", "row ", "regency_codes[2]", "code of a regency" },
        { "milestones.json", "\"kind\": \"total\"", "\"kind\": \"sum\"", "row ", "$.facts[0].kind", "digital-pilots" },
        { "milestones.json", "\"listed\": 26", "\"listed\": 25", "row ", ".listed", "26" },
        { "milestones.json", "\"on\": \"2022-09-30\"", "\"on\": \"2022-09-01\"", "row ", "$.facts[4].on", "2022-09-30" },
        { "regency-status.csv", "\n11.04,", "\n11.99,", "row 2", "code", "code of a regency" },
        { "regency-status.csv", "\n11.04,Kabupaten Aceh Tengah,", "\n11.04,Kabupaten Aceh,", "row 2", "name", "Kabupaten Aceh Tengah" },
        { "regency-status.csv", "Kabupaten Aceh Tengah,2023-10-31,", "Kabupaten Aceh Tengah,31-10-2023,", "row 2", "inaugurated_on", "yyyy-MM-dd" },
        { "regency-status.csv", ",2023-10-31-10mpp,,0", ",2023-10-31-11mpp,,0", "row 2", "event_id", "id of an event" },
        { "regency-status.csv", ",2023-10-31-10mpp,,0", ",2023-10-31-10mpp,,1", "row 2", "digital_pilot_2023", "0" },
        { "holidays.json", "\"2026-01-16\"", "\"2026-02-30\"", "row ", "$.years.2026.holidays[1].date", "yyyy-MM-dd" },
        { "holidays.json", "\"cuti_bersama\",", "\"libur\",", "row ", ".type", "libur_nasional" },
        { "standard-components.json", "\"order\": 14", "\"order\": 15", "row ", "$.components[13].order", "14" },
        { "load-profile.json", "\"model\"", "\"modell\"", "row 1", "$.model", "load model" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Names_file_row_column_and_what_is_expected(string file, string old, string with, string row, string column, string expected)
    {
        using var seed = new SeedFolder();
        seed.Replace(file, old, with);

        var fault = Assert.Throws<SeedException>(() => Seed.Read(seed.Path));

        Assert.Equal(file, fault.File);
        Assert.Contains($"tenants-seed/{file}: {row}", fault.Message, StringComparison.Ordinal);
        Assert.Contains(column, fault.Column, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message[fault.Message.IndexOf("expected", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void Refuses_513_regencies()
    {
        using var seed = new SeedFolder();
        var path = Path.Combine(seed.Path, "regencies.csv");
        File.WriteAllLines(path, File.ReadAllLines(path)[..^1]);

        var fault = Assert.Throws<SeedException>(() => Seed.Read(seed.Path));

        Assert.Contains("regencies.csv: row 514, column code: expected 514 regencies, not 513", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regencies.csv")]
    [InlineData("milestones.json")]
    [InlineData("regency-status.csv")]
    [InlineData("holidays.json")]
    [InlineData("standard-components.json")]
    public void Refuses_a_seed_without_one_of_its_files(string file)
    {
        using var seed = new SeedFolder();
        File.Delete(Path.Combine(seed.Path, file));

        var fault = Assert.Throws<SeedException>(() => Seed.Read(seed.Path));

        Assert.Equal(file, fault.File);
        Assert.Contains("expected the file to exist", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_bytes_that_are_no_text()
    {
        using var seed = new SeedFolder();
        File.WriteAllBytes(Path.Combine(seed.Path, "milestones.json"), [0x7b, 0xff, 0xfe, 0x7d]);

        Assert.Contains("UTF-8", Assert.Throws<SeedException>(() => Seed.Read(seed.Path)).Message, StringComparison.Ordinal);
    }
}
