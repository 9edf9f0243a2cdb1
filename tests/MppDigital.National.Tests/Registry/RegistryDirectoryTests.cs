using MppDigital.National.Stamps;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Tests.Registry;

public sealed class RegistryDirectoryTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    [Theory]
    [InlineData("bukittinggi.mpp.localhost", "13.75")]
    [InlineData("bukittinggi.mpp.localhost:5080", "13.75")]
    [InlineData("BukitTinggi.MPP.LocalHost:5080", "13.75")]
    [InlineData("kab-bogor.mpp.localhost", "32.01")]
    [InlineData("kota-bogor.mpp.localhost", "32.71")]
    [InlineData("mpp.localhost", null)]
    [InlineData("pusat.mpp.localhost", null)]
    [InlineData("a.bukittinggi.mpp.localhost", null)]
    [InlineData("bukittinggi.mpp.localhost.evil.example", null)]
    [InlineData("bukittinggi.evil.example", null)]
    [InlineData("bukittinggi.mpp.localhost.", null)]
    [InlineData("bukittinggi", null)]
    [InlineData("bukittıng​gi.mpp.localhost", null)]
    [InlineData("[::1]:5080", null)]
    [InlineData(":5080", null)]
    [InlineData("", null)]
    public void Finds_a_regency_by_the_whole_host_and_nothing_else(string host, string? code) =>
        Assert.Equal(code, national.Directory.FindByHost(host)?.Code.Value);

    [Fact]
    public void Finds_each_of_the_514_by_host_slug_and_code()
    {
        Assert.Equal(514, national.Directory.All.Count);
        Assert.All(national.Directory.All, r =>
        {
            Assert.Same(r, national.Directory.FindByHost($"{r.Slug}.mpp.localhost:5080"));
            Assert.Same(r, national.Directory.FindBySlug(r.Slug));
            Assert.Same(r, national.Directory.Find(r.Code));
        });
    }

    [Fact]
    public void Allocates_nothing_for_a_hit_or_a_miss()
    {
        string[] hosts = ["bukittinggi.mpp.localhost:5080", "KAB-BOGOR.mpp.localhost", "unknown.mpp.localhost", new string('x', 5000)];
        foreach (var host in hosts) national.Directory.FindByHost(host);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            foreach (var host in hosts) national.Directory.FindByHost(host);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Follows_the_registry_when_its_stamp_changes()
    {
        var code = RegencyCode.Parse("91.19");
        await using (var db = national.Open())
        {
            (await db.Regencies.FindAsync("91.19"))!.WentLive();
            await db.SaveChangesAsync();
        }

        await national.Snapshots.RefreshAsync(CancellationToken.None);
        Assert.Equal(RegencyStage.Preparing, national.Directory.Find(code)!.Stage);

        await using (var db = national.Open())
        {
            await StampRow.BumpAsync(db, StampRow.Registry, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        Assert.True(await national.Snapshots.RefreshAsync(CancellationToken.None));
        Assert.Equal(RegencyStage.Live, national.Directory.Find(code)!.Stage);
        Assert.False(await national.Snapshots.RefreshAsync(CancellationToken.None));
    }
}
