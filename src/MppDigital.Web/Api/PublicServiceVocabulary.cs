using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.Platform;

namespace MppDigital.Web.Api;

/// <summary>
/// The catalog in the words of the European Core Public Service Vocabulary (CPSV-AP 3), as JSON-LD: other governments' catalogs and comparative
/// studies read it without learning our words.
/// </summary>
internal static class PublicServiceVocabulary
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = false };

    public static IResult Write(IServiceCatalog catalog, IOptions<PlatformOptions> platform) =>
        Results.Text(Catalog(catalog.Published, platform.Value.PublicOrigin).ToJsonString(Readable), "application/ld+json; charset=utf-8");

    internal static JsonObject Catalog(IReadOnlyList<PublishedService> services, string origin) => new()
    {
        ["@context"] = Context(),
        ["@graph"] = new JsonArray([
            .. services.Select(s => (JsonNode)Service(s, origin)),
            .. services.Select(s => s.Definition.Agency).DistinctBy(a => a.Code).Select(a => (JsonNode)Organization(a, origin)),
        ]),
    };

    private static JsonObject Service(PublishedService published, string origin)
    {
        var (service, id) = (published.Definition, $"{origin}/id/layanan/{published.Code}");
        return new JsonObject
        {
            ["@id"] = id,
            ["@type"] = "cpsv:PublicService",
            ["dct:identifier"] = published.Code,
            ["dct:title"] = Both(service.NameId, service.NameEn),
            ["dct:description"] = Both(service.DescriptionId, service.DescriptionEn),
            ["dct:language"] = new JsonArray("ind", "eng"),
            ["adms:versionNotes"] = $"{published.Version}",
            ["dcat:keyword"] = new JsonArray([.. service.Keywords.Select(k => (JsonNode)k)]),
            ["cv:hasCompetentAuthority"] = Reference(OrganizationId(service.Agency, origin)),
            ["cv:hasLegalResource"] = new JsonArray([.. service.LegalBasis.Select(b => (JsonNode)new JsonObject { ["@type"] = "eli:LegalResource", ["dct:title"] = b })]),
            ["cpsv:hasInput"] = new JsonArray([.. service.Requirements.Select(r => (JsonNode)new JsonObject
            {
                ["@id"] = $"{id}/syarat/{r.Code}",
                ["@type"] = "cv:Evidence",
                ["dct:identifier"] = r.Code,
                ["dct:title"] = Both(r.NameId, r.NameEn),
            })]),
            ["cpsv:produces"] = new JsonObject { ["@type"] = "cpsv:Output", ["dct:title"] = Both(service.Product.NameId, service.Product.NameEn) },
            // Working days: the vocabulary knows calendar time only, so the number is theirs and the unit stands beside it.
            ["cv:processingTime"] = $"P{service.ProcessingTime.CatalogStandardWorkingDays}D",
            ["rdfs:comment"] = Both("Waktu proses dihitung dalam hari kerja.", "Processing time counts working days."),
            ["cv:hasCost"] = Costs(service.Fee),
            ["cv:hasChannel"] = new JsonObject { ["@type"] = "cv:Channel", ["dct:type"] = service.Delivery.Mode.ToString(), ["foaf:page"] = service.Delivery.Outside?.Address ?? $"{origin}/layanan" },
            ["cv:isGroupedBy"] = new JsonArray([.. service.LifeEvents.Select(e => (JsonNode)new JsonObject { ["@id"] = $"{origin}/peristiwa/{e}", ["@type"] = "cv:LifeEvent" })]),
        };
    }

    private static JsonArray Costs(Fee fee) => new([
        .. (fee.AmountIdr is { } amount ? [Cost(amount, null)] : fee.Variants.Where(v => v.AmountIdr is not null).Select(v => Cost(v.AmountIdr!.Value, Both(v.Name, v.NameEn)))).Select(c => (JsonNode)c),
    ]);

    private static JsonObject Cost(long rupiah, JsonArray? name)
    {
        var cost = new JsonObject { ["@type"] = "cv:Cost", ["cv:value"] = rupiah, ["cv:currency"] = "IDR" };
        if (name is not null) cost["dct:description"] = name;
        return cost;
    }

    private static JsonObject Organization(ServiceAgency agency, string origin) => new()
    {
        ["@id"] = OrganizationId(agency, origin),
        ["@type"] = "cv:PublicOrganisation",
        ["dct:identifier"] = agency.Code,
        ["skos:prefLabel"] = Both(agency.Name, agency.NameEn),
    };

    private static string OrganizationId(ServiceAgency agency, string origin) => $"{origin}/id/instansi/{Uri.EscapeDataString(agency.Code)}";

    private static JsonObject Reference(string id) => new() { ["@id"] = id };

    private static JsonArray Both(string id, string en) => new(
        new JsonObject { ["@language"] = "id", ["@value"] = id },
        new JsonObject { ["@language"] = "en", ["@value"] = en });

    private static JsonObject Context() => new()
    {
        ["cpsv"] = "http://purl.org/vocab/cpsv#",
        ["cv"] = "http://data.europa.eu/m8g/",
        ["dct"] = "http://purl.org/dc/terms/",
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["adms"] = "http://www.w3.org/ns/adms#",
        ["eli"] = "http://data.europa.eu/eli/ontology#",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
    };
}
