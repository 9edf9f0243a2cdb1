using Microsoft.Extensions.Localization;
using MppDigital.National.Catalog;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Components.Pieces;

/// <summary>A definition in the short words of lists and headings.</summary>
public static class ServiceWords
{
    public static string Days(int days, IStringLocalizer<SharedTexts> texts) => days switch
    {
        0 => texts["DaysSame"],
        1 => texts["DaysOne"],
        _ => texts["DaysMany", days],
    };

    public static string Fee(Fee fee, IStringLocalizer<SharedTexts> texts)
    {
        if (fee is { Type: "free" } or { AmountIdr: 0 }) return texts["FeeFree"];
        if (fee.AmountIdr is { } amount) return Figures.Rupiah(amount);
        if (fee.Formula is not null) return texts["FeeByAnswers"];
        var known = fee.Variants.Select(v => v.AmountIdr).OfType<long>().Order().ToList();
        return known switch
        {
            [] => texts["FeeDepends"],
            [0, .., var most] => texts["FeeFreeOr", Figures.Rupiah(most)],
            [var least, ..] => texts["FeeFrom", Figures.Rupiah(least)],
        };
    }

    public static bool MustCome(ServiceDefinition service) => service.Delivery.Mode is DeliveryMode.Hybrid or DeliveryMode.CounterOnly;

    public static string Presence(ServiceDefinition service, IStringLocalizer<SharedTexts> texts) => service.Delivery.Mode switch
    {
        DeliveryMode.FullDigital => texts["PresenceNone"],
        DeliveryMode.Hybrid => texts["PresenceOnce"],
        DeliveryMode.CounterOnly => texts["PresenceCounter"],
        _ => texts["PresenceElsewhere"],
    };

    /// <summary>A register that makes documents.</summary>
    public static string Maker(string code) => code == ProductRegisters.Dukcapil ? "Dukcapil" : code;

    /// <summary>People know the short name: Dukcapil, DPMPTSP, BPJS Kesehatan.</summary>
    public static string ShortAgency(ServiceDefinition service) => service.Agency.Code switch
    {
        "DUKCAPIL" => "Dukcapil",
        "BAPENDA" => "Bapenda",
        "BPJSKES" => "BPJS Kesehatan",
        "BPJSTK" => "BPJS Ketenagakerjaan",
        "DINKES" => "Dinas Kesehatan",
        "DINSOS" => "Dinas Sosial",
        "DISDIK" => "Dinas Pendidikan",
        "DISNAKER" => "Dinas Tenaga Kerja",
        "IMIGRASI" => "Imigrasi",
        "KEMENAG" => "Kementerian Agama",
        "POLRI" => "Polri",
        "SAMSAT" => "Samsat",
        var code => code,
    };

    /// <summary>The register that a once-only source names, as people know it; null for what only the citizen has.</summary>
    public static string? Register(string? source) => source?.Split('|').FirstOrDefault() switch
    {
        null or "" or "null" => null,
        var s when s.StartsWith("dukcapil.", StringComparison.Ordinal) => "Dukcapil",
        var s when s.StartsWith("kemkes.satusehat_sdmk.", StringComparison.Ordinal) => "SATUSEHAT SDMK",
        var s when s.StartsWith("kemkes.", StringComparison.Ordinal) => "SATUSEHAT",
        var s when s.StartsWith("oss.", StringComparison.Ordinal) => "OSS",
        var s when s.StartsWith("ahu.", StringComparison.Ordinal) => "Kemenkum AHU",
        var s when s.StartsWith("djp.", StringComparison.Ordinal) => "Coretax DJP",
        var s when s.StartsWith("atrbpn.", StringComparison.Ordinal) => "ATR/BPN",
        var s when s.StartsWith("simbg.", StringComparison.Ordinal) => "SIMBG",
        var s when s.StartsWith("bapenda.", StringComparison.Ordinal) => "Bapenda",
        var s when s.StartsWith("bpjskes.", StringComparison.Ordinal) => "BPJS Kesehatan",
        var s when s.StartsWith("polri.", StringComparison.Ordinal) => "Polri",
        var s when s.StartsWith("kemenag.", StringComparison.Ordinal) => "SIMKAH Kementerian Agama",
        var s when s.StartsWith("kemdikbud.", StringComparison.Ordinal) => "Kemendikdasmen",
        var s when s.StartsWith("imigrasi.", StringComparison.Ordinal) => "Imigrasi",
        var s when s.StartsWith("samsat.", StringComparison.Ordinal) => "Samsat",
        var s when s.StartsWith("mppd.", StringComparison.Ordinal) => "MPP Digital",
        var s when s.StartsWith("esdm.", StringComparison.Ordinal) => "ESDM",
        var s when s.StartsWith("ma.", StringComparison.Ordinal) => "Mahkamah Agung",
        var s => s.ToUpperInvariant(),
    };
}
