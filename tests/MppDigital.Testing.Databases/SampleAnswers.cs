using System.Globalization;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Testing.Databases;

/// <summary>A complete set of answers that each of the 56 forms accepts, written by hand from the definitions and not by the code that checks them.</summary>
public static class SampleAnswers
{
    // Left out: these are first licences, for a renewal needs proof of training points besides.
    private const string Renewal = "sip_lama";

    private const string Nik = "1375014101909901";

    /// <param name="today">Local date of the regency: appointments lie after it.</param>
    public static JsonObject For(ServiceDefinition definition, DateOnly today) =>
        new(definition.FormFields.Where(f => f.ShowWhen is null && f.Name != Renewal).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, ValueFor(f, today))));

    /// <summary>Only what the applicant writes when every register answers.</summary>
    public static JsonObject Asked(ServiceDefinition definition, DateOnly today) =>
        new(definition.FormFields.Where(f => f is { Prefilled: false, ShowWhen: null, Compute: null } && f.Name != Renewal).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, ValueFor(f, today))));

    public static JsonNode ValueFor(FormField field, DateOnly today) => field.Compute is { } compute ? Computed(compute) : field.Type switch
    {
        "string" => Text(field),
        "facility" => "RSUD Bukittinggi",
        "address" => new JsonObject { ["street"] = "Jl. Sudirman No. 5, RT 001 RW 002", ["village"] = "Aur Kuning", ["district"] = "Aur Birugo Tigo Baleh", ["regency"] = "13.75", ["postalCode"] = "26132" },
        "phone" => "+6281200000001",
        "email" => "warga@contoh.id",
        "enum" => field.Options![0].Value,
        "date" => field.Source == "person.birthDate" ? "1990-01-01" : "2026-10-05",
        "time" => "04:35",
        "integer" => (int)(field.Validation.Minimum ?? 1) + 1,
        "number" => 120.5m,
        "money" => 2_500_000L,
        "boolean" => false,
        "schedule" => new JsonArray(Hours("mon"), Hours("wed"), Hours("fri")),
        "slot" => new JsonObject { ["date"] = NextMonday(today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["time"] = "09:00" },
        "geopoint" => new JsonObject { ["lat"] = -0.305m, ["lng"] = 100.369m },
        "geojson" => JsonNode.Parse("""{ "type": "Polygon", "coordinates": [[[100.36, -0.30], [100.37, -0.30], [100.37, -0.31], [100.36, -0.30]]] }""")!,
        "regency-code" => "13.71",
        "village-code" => "13.75.01.1001",
        "license-ref" => "1375-26-000428",
        "array<nik>" => new JsonArray("1375010101909901", "1375014101909902"),
        "array<string>" => new JsonArray("Keripik balado", "Rendang kemasan"),
        "array<enum>" => new JsonArray(field.Options![0].Value),
        "group" => new JsonArray(Item(field, today, Nik), Item(field, today, "1375010101909901")),
        "array<kbli>" => new JsonArray("47111", "56101"),
        "array<district-code>" => new JsonArray("13.75.01", "13.75.02"),
        _ => throw new InvalidOperationException($"No sample for a field of type {field.Type}."),
    };

    /// <summary>By hand from the answers above: both numbers are 120.5, all dates the same, all groups of two.</summary>
    private static JsonNode Computed(FormComputation compute) => compute.By switch
    {
        ComputeBy.Count => 2,
        ComputeBy.DaysBetween => 1,
        ComputeBy.Product => 14_520.25m,
        ComputeBy.Sum => 241m,
        _ => throw new InvalidOperationException($"No sample for a computation by {compute.By}."),
    };

    private static JsonObject Item(FormField group, DateOnly today, string nik) =>
        new(group.Fields!.Where(m => m.ShowWhen is null).Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, m.Validation.Rule == "nik" ? nik : ValueFor(m, today))));

    private static string Text(FormField field) => (field.Validation.Rule, field.Validation.Pattern) switch
    {
        ("nik", _) => Nik,
        ("child-name", _) => "Aisyah Rahmadani",
        (_, "^[0-9]{16}$") => "1375010512109901",
        (_, "^[0-9]{18}$") => "137501000100100010",
        (_, "^[0-9]{13}$") => "1234567890123",
        (_, "^[0-9]{12,16}$") => "13759001123456",
        (_, "^[A-Z][0-9]{7}$") => "C1234567",
        (_, "^[A-Z0-9]{5}$") => "K1234",
        (_, "^[A-Z]{1,2} ?[0-9]{1,4} ?[A-Z]{0,3}$") => "BA 1234 LK",
        (_, null) => "Contoh isian",
        var (_, unknown) => throw new InvalidOperationException($"No sample for the pattern {unknown}."),
    };

    private static JsonObject Hours(string day) => new() { ["day"] = day, ["from"] = "08:00", ["to"] = "12:00" };

    private static DateOnly NextMonday(DateOnly today) => today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7 is var days && days > 0 ? days : 7);
}
