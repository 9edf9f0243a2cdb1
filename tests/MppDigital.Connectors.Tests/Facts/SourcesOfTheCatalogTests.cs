using System.Text.Json;
using MppDigital.Connectors.Facts;

namespace MppDigital.Connectors.Tests.Facts;

/// <summary>Every source that the 56 definitions name is in one of the two lists: a new name, or a typing error in one, turns this red.</summary>
public sealed class SourcesOfTheCatalogTests
{
    private static readonly string[] Connected =
    [
        "business.name", "business.nib", "business.npwp", "dukcapil.family_card", "dukcapil.person", "kemkes.satusehat.facility", "kemkes.satusehat_sdmk.profession", "kemkes.satusehat_sdmk.skp", "kemkes.satusehat_sdmk.str", "oss.nib",
        "person.address", "person.birthDate", "person.birthPlace", "person.familyCardNumber", "person.name", "person.nik",
    ];

    private static readonly string[] NotConnectedYet =
    [
        "account.email", "account.phone", "ahu.legal_entity", "atrbpn.certificate", "bapenda.bphtb", "bapenda.npwpd", "bapenda.pbb", "bpjskes.membership",
        "djp.npwp", "dukcapil.birth", "dukcapil.marriage", "dukcapil.move_letter", "esdm.slo", "imigrasi.passport", "kemdikbud.dapodik", "kemdikbud.ijazah",
        "kemenag.simkah", "kemkes.satusehat.birth", "kemkes.satusehat.death", "ma.sipp", "mppd.license", "oss.environment", "oss.kkpr", "person.npwp", "polri.inafis",
        "polri.sim", "polri.sktlk", "ppat", "regency.bapenda.npwpd", "samsat.vehicle", "simbg.pbg",
    ];

    [Fact]
    public void Knows_every_source_that_the_definitions_name()
    {
        var named = Definitions().SelectMany(NamedBy).SelectMany(FactSources.Alternatives).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Connected.Concat(NotConnectedYet).Order(StringComparer.Ordinal), named);
        Assert.Equal(Connected.Concat([FactSources.PersonSex, FactSources.Business, FactSources.BusinessActivities, FactSources.BusinessRisk]).Order(StringComparer.Ordinal), FactSources.Questions.Keys.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<JsonElement> Definitions()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MppDigital.sln"))) folder = folder.Parent;
        var files = Directory.GetFiles(Path.Combine(folder!.FullName, "tenants-seed", "services"), "*.json");
        Assert.Equal(56, files.Length);
        return [.. files.Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement)];
    }

    private static IEnumerable<string> NamedBy(JsonElement definition) =>
        definition.GetProperty("form_fields").EnumerateArray().Select(field => field.GetProperty("source").GetString())
            .Concat(definition.GetProperty("requirements").EnumerateArray().Select(requirement => requirement.GetProperty("once_only_source").GetString()))
            .OfType<string>();
}
