using MppDigital.National.Registry;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tests.Registry;

/// <summary>A regency's own domain leads to it and to nobody else.</summary>
public sealed class SetRegencyDomainTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    private static readonly RegencyCode Bukittinggi = RegencyCode.Parse("13.75");
    private static readonly RegencyCode Padang = RegencyCode.Parse("13.71");

    [Fact]
    public async Task The_domain_leads_to_the_regency_until_it_is_taken_away()
    {
        Assert.True((await SetAsync(Bukittinggi, " MPP.BukittinggiKota.example. ")).Succeeded);
        Assert.True(await national.Snapshots.RefreshAsync(CancellationToken.None));
        Assert.Equal("13.75", national.Directory.FindByHost("Mpp.bukittinggikota.example:8443")?.Code.Value);
        Assert.Null(national.Directory.FindByHost("bukittinggikota.example"));

        Assert.True((await SetAsync(Bukittinggi, null)).Succeeded);
        await national.Snapshots.RefreshAsync(CancellationToken.None);
        Assert.Null(national.Directory.FindByHost("mpp.bukittinggikota.example"));
        Assert.Equal("13.75", national.Directory.FindByHost("bukittinggi.mpp.localhost")?.Code.Value);
    }

    [Fact]
    public async Task Two_regencies_cannot_have_one_domain()
    {
        Assert.True((await SetAsync(Bukittinggi, "layanan.example")).Succeeded);

        Assert.Equal("domain-taken", (await SetAsync(Padang, "layanan.example")).Problem?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("https://mpp.example")]
    [InlineData("mpp.example/masuk")]
    [InlineData("mpp.example:8443")]
    [InlineData("127.0.0.1")]
    [InlineData("-a.example")]
    [InlineData("a..example")]
    [InlineData("a_b.example")]
    [InlineData("*.example")]
    [InlineData("padang.mpp.localhost")]
    [InlineData("mpp.localhost")]
    public async Task Anything_but_a_domain_of_the_regencys_own_is_refused(string given)
    {
        var refused = await SetAsync(Padang, given);

        Assert.Equal(("invalid-domain", "/domain"), (refused.Problem?.Code, refused.Problem?.Errors.Keys.Single()));
    }

    private Task<Outcome<Done>> SetAsync(RegencyCode code, string? domain) => national.RunAsync<SetRegencyDomain, Done>(new SetRegencyDomain(code, domain, "test"));
}
