using MppDigital.National.Catalog;

namespace MppDigital.National.Tests.Catalog;

public sealed class SearchServicesTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    [Theory]
    [InlineData("sip perawat", "DPM-SIP-04")]
    [InlineData("cara mengurus akta lahir", "DKC-AKL-01")]
    [InlineData("ktp hilang", "DKC-KTP-02")]
    [InlineData("nurse", "DPM-SIP-04")]
    [InlineData("PBB", "BPD-PBB-01")]
    [InlineData("DPM-SIP-04", "DPM-SIP-04")]
    [InlineData("kartu kuning", "NAK-AK1-01")]
    public async Task Finds_what_people_call_it(string words, string code)
    {
        var found = await national.GetAsync<SearchServices, FoundServices>(new SearchServices(words));

        Assert.False(found.Guessed);
        Assert.Equal(code, found.Items[0].Code);
    }

    [Theory]
    [InlineData("parewat")]
    [InlineData("akta terbang")]
    public async Task Offers_near_services_when_nothing_fits(string words)
    {
        var found = await national.GetAsync<SearchServices, FoundServices>(new SearchServices(words));

        Assert.True(found.Guessed);
        Assert.InRange(found.Items.Count, 1, 3);
    }

    [Fact]
    public async Task Lists_the_services_of_a_life_event()
    {
        var found = await national.GetAsync<SearchServices, FoundServices>(new SearchServices(LifeEvent: "birth"));

        Assert.Contains(found.Items, s => s.Code == "DKC-AKL-01");
        Assert.Contains(found.Items, s => s.Code == "DKC-KIA-01");
        Assert.DoesNotContain(found.Items, s => s.Code == "DPM-SIP-04");
    }
}
