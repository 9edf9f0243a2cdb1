using MppDigital.National.Registry;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Seeding;

internal static class RegenciesFile
{
    private const string File = "regencies.csv";

    // Kepmendagri 300.2.2-2138/2025 counts 416 kabupaten and 98 kota, the six units of DKI Jakarta included.
    private const int Regencies = 514;

    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52", "53", "61", "62", "63", "64", "65",
        "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93", "94", "95", "96",
    ];

    public static IReadOnlyList<SeedRegency> Read(string folder)
    {
        var table = new SeedTable(folder, File, "code", "code4", "name", "kind", "province_code", "province", "timezone", "tz_abbr", "slug", "latitude", "longitude",
            "coord_quality", "coord_method", "coord_place", "geonames_id", "population_2024s2", "dki_administrative");
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var slugs = new Dictionary<string, int>(StringComparer.Ordinal);
        var provinces = new Dictionary<string, string>(StringComparer.Ordinal);
        var regencies = new List<SeedRegency>(Regencies);
        foreach (var line in table.Lines)
        {
            var regency = Read(line);
            if (!codes.TryAdd(regency.Code.Value, line.Row)) throw line.Fault("code", $"each code once ({regency.Code} stands in row {codes[regency.Code.Value]} too)");
            if (!slugs.TryAdd(regency.Slug, line.Row)) throw line.Fault("slug", $"each slug once ('{regency.Slug}' stands in row {slugs[regency.Slug]} too)");
            if (!provinces.TryAdd(regency.ProvinceCode, regency.Province) && provinces[regency.ProvinceCode] != regency.Province)
                throw line.Fault("province", $"'{provinces[regency.ProvinceCode]}' for province {regency.ProvinceCode}, as above");
            regencies.Add(regency);
        }

        if (regencies.Count != Regencies) throw new SeedException(File, table.Lines.Count == 0 ? 1 : table.Lines[^1].Row, "code", $"{Regencies} regencies, not {regencies.Count}");
        return regencies;
    }

    private static SeedRegency Read(SeedTable.Line line)
    {
        if (line["code"] is not { Length: 5 } text || !RegencyCode.TryParse(text, out var code)) throw line.Fault("code", "a code such as 13.75");
        if (line["code4"] != code.Code4) throw line.Fault("code4", $"{code.Code4}, the code without its dot");
        if (!Provinces.Contains(code.Value[..2])) throw line.Fault("code", $"a code of one of the 38 provinces ({code.Value[..2]} is none)");
        if (line["province_code"] != code.Value[..2]) throw line.Fault("province_code", $"{code.Value[..2]}, the first two digits of the code");
        var kind = line["kind"];
        if (kind is not ("kabupaten" or "kota")) throw line.Fault("kind", "kabupaten or kota");
        var name = line.Text("name", RegencyRow.NameLength);
        if (!name.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) throw line.Fault("name", $"a name that begins with {kind}");
        if (IndonesianZones.Find(line["timezone"]) is not { } zone) throw line.Fault("timezone", string.Join(", ", IndonesianZones.All.Select(z => z.Id)));
        if (line["tz_abbr"] != IndonesianZones.AbbreviationOf(zone)) throw line.Fault("tz_abbr", $"{IndonesianZones.AbbreviationOf(zone)} for {zone.Id}");
        var slug = line["slug"];
        if (!HostLabels.IsLabel(slug)) throw line.Fault("slug", "small letters, digits and hyphens, at most 63, no hyphen at an end");
        if (HostLabels.Reserved.Contains(slug)) throw line.Fault("slug", $"a label that is not reserved ('{slug}' is)");
        var dki = line.Flag("dki_administrative");
        if (dki && code.Value[..2] != "31") throw line.Fault("dki_administrative", "0 outside province 31");
        return new SeedRegency
        {
            Code = code,
            Name = name,
            Kind = kind,
            ProvinceCode = line["province_code"],
            Province = line.Text("province", RegencyRow.ProvinceLength),
            Zone = zone,
            Slug = slug,
            Latitude = line.Number("latitude", -11.5, 6.5),
            Longitude = line.Number("longitude", 94.5, 141.5),
            Population = line.Whole("population_2024s2", 1),
            DkiAdministrative = dki,
        };
    }
}
