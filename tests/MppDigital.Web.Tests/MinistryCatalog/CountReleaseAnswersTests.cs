using Microsoft.AspNetCore.Http;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.Platform.Tenancy;
using MppDigital.Testing.Databases;
using MppDigital.Web.MinistryCatalog;

namespace MppDigital.Web.Tests.MinistryCatalog;

public sealed class CountReleaseAnswersTests
{
    private static readonly RegencyCode Canary = RegencyCode.Parse("13.75");

    private readonly PublishedCatalog catalog = new();
    private readonly ReleaseAnswers answers = new();

    [Fact]
    public async Task Counts_answers_and_failures_where_a_version_is_early_and_nowhere_else()
    {
        catalog.Replace([], [new ReleaseReach(Guid.NewGuid(), "DPM-SIP-04", 2, ReleaseState.Canary, new HashSet<string> { Canary.Value }, new HashSet<string>(), DateTime.UnixEpoch)]);

        await AskAsync("bukittinggi", 200);
        await AskAsync("bukittinggi", 404);
        await AskAsync("bukittinggi", 503);
        await AskAsync("padang", 500);
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync("bukittinggi", 0));

        var counts = answers.Take();
        Assert.Equal([KeyValuePair.Create(Canary, new TrafficCount(4, 2))], counts);
        Assert.Empty(answers.Take());
    }

    [Fact]
    public async Task Counts_nothing_without_a_release_on_its_way()
    {
        catalog.Replace([]);
        await AskAsync("bukittinggi", 500);

        Assert.Empty(answers.Take());
    }

    private Task AskAsync(string regency, int status)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString($"{regency}.mpp.test");
        return new CountReleaseAnswers(Answer, new WatchedRegencies(catalog), SeedData.Directory, answers).InvokeAsync(context);

        Task Answer(HttpContext asked)
        {
            if (status == 0) throw new InvalidOperationException("A page broke.");
            asked.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
