using System.Text.Json;
using System.Text.RegularExpressions;
using MppDigital.National.Catalog;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Offerings;
using MppDigital.Testing.Databases;
using MppDigital.Web.Api;
using MppDigital.Web.Citizen.Services;

namespace MppDigital.Web.Tests.Pages;

public sealed partial class LinkedDataTests
{
    private static readonly PlatformOptions Platform = new() { PublicOrigin = "https://mpp.example.go.id" };

    private static Regency Bukittinggi => SeedData.Directory.FindBySlug("bukittinggi")!;

    [Fact]
    public void A_service_page_tells_machines_the_official_address_and_fee()
    {
        var service = SeedData.Service("DPM-SIP-04");

        var described = JsonSerializer.SerializeToElement(LinkedService.Describe(Sheet(service), Bukittinggi, Platform));

        Assert.Equal("GovernmentService", described.GetProperty("@type").GetString());
        Assert.Equal("https://bukittinggi.mpp.example.go.id/layanan/DPM-SIP-04", described.GetProperty("url").GetString());
        Assert.Equal("13.75", described.GetProperty("areaServed").GetProperty("identifier").GetString());
        Assert.Equal(service.Fee.AmountIdr, described.GetProperty("offers").GetProperty("price").GetInt64());
    }

    [Fact]
    public void No_text_of_a_definition_ends_the_block_that_holds_it()
    {
        var hostile = SeedData.Service("DPM-SIP-04") with { DescriptionId = "</script><script>alert(1)</script><!--" };

        var block = LinkedService.Block(Sheet(hostile), Bukittinggi, Platform).Value;

        Assert.Single(Tags().Matches(block), m => m.Value.StartsWith("</", StringComparison.Ordinal));
        Assert.Equal(2, Tags().Count(block));
        Assert.Contains("alert(1)", block, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_catalog_stands_in_the_words_of_the_public_service_vocabulary()
    {
        var published = SeedData.Services.Select(s => new PublishedService(s, 1, default, "")).ToList();

        var graph = JsonSerializer.SerializeToElement(PublicServiceVocabulary.Catalog(published, Platform.PublicOrigin)).GetProperty("@graph").EnumerateArray().ToLookup(n => n.GetProperty("@type").GetString());

        var authorities = graph["cv:PublicOrganisation"].Select(o => o.GetProperty("@id").GetString()).ToHashSet();
        Assert.Equal(published.Count, graph["cpsv:PublicService"].Count());
        foreach (var service in graph["cpsv:PublicService"])
        {
            Assert.Equal(["id", "en"], service.GetProperty("dct:title").EnumerateArray().Select(t => t.GetProperty("@language").GetString()));
            Assert.Contains(service.GetProperty("cv:hasCompetentAuthority").GetProperty("@id").GetString(), authorities);
            Assert.NotEmpty(service.GetProperty("cv:hasLegalResource").EnumerateArray());
        }
    }

    private static ServiceSheet Sheet(ServiceDefinition service) => new(service, 1, new LocalOffer(true, 5, "", ""), new DateOnly(2026, 11, 23), null, false);

    [GeneratedRegex("</?script")]
    private static partial Regex Tags();
}
