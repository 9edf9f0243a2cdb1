using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;
using MppDigital.National;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.National.Snapshots;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Sqlite;

namespace MppDigital.Benchmarks.Rows;

/// <summary>A version of a service published to all 514 by one process, and read back from every regency's host of another.</summary>
internal static class PublishRow
{
    private const string What = "publish a service to 514 regencies";
    private const string Goal = "<= 1 s; seen by all <= 5 s";
    private const double MostMilliseconds = 1000;
    private const double MostSeconds = 5;
    private const string Service = "BPJ-TK-01";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using var server = await product.StartAsync(folder);
        await using var centre = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .Configure<PlatformOptions>(o => (o.DataDirectory, o.RootDomain) = (folder, "mpp.localhost"))
            .AddSqliteEngine()
            .AddNational()
            .BuildServiceProvider();
        await centre.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
        var slugs = centre.GetRequiredService<ITenantDirectory>().All.Select(r => r.Slug).ToList();
        using var client = Loopback.Client(server.Port, connections: 4);
        // Each regency's database is opened once before, so that the row measures the catalog and not the opening.
        foreach (var slug in slugs) await VersionAsync(client, server.Port, slug);

        var (times, seen) = (new List<double>(), new List<double>());
        for (var run = 0; run < 3; run++)
        {
            var (version, took) = await PublishAsync(centre, run);
            var watch = Stopwatch.StartNew();
            foreach (var slug in slugs)
            {
                while (await VersionAsync(client, server.Port, slug) != version && watch.Elapsed.TotalSeconds < 60) await Task.Delay(20);
            }

            times.Add(took);
            seen.Add(watch.Elapsed.TotalSeconds);
        }

        var (published, visible) = (times.Median(), seen.Median());
        return
        [
            new Row(What, $"{Figures.Of(published, 0, "ms")}, seen by {slugs.Count} in {Figures.Of(visible, 1, "s")}", Goal, published <= MostMilliseconds && visible <= MostSeconds && slugs.Count == 514,
                string.Create(CultureInfo.InvariantCulture, $"three runs: {string.Join(", ", times.Select(t => Figures.Of(t, 0, "ms")))}; asking all {slugs.Count} hosts in turn is part of the seconds: {string.Join(", ", seen.Select(s => Figures.Of(s, 1, "s")))}")),
        ];
    }

    private static async Task<(int Version, double Milliseconds)> PublishAsync(IServiceProvider centre, int run)
    {
        await using var scope = centre.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var (one, two) = (Owner("bench-1"), Owner("bench-2"));
        var definition = scope.ServiceProvider.GetRequiredService<IServiceCatalog>().Find(Service)!.Definition with { NameId = $"Terbitan {run}" };
        var saved = await UseAsync<SaveVersion, VersionSaved>(scope, new SaveVersion(one, Service, JsonSerializer.SerializeToNode(definition, DefinitionJson.Options), Guid.NewGuid().ToString()));
        var release = await UseAsync<OpenRelease, ReleaseView>(scope, new OpenRelease(one, Service, saved.Version, Guid.NewGuid().ToString()));
        release = await UseAsync<MoveRelease, ReleaseView>(scope, new MoveRelease(one, release.Id, ReleaseAction.PublishToAll, [], [], release.Version));
        var watch = Stopwatch.StartNew();
        await UseAsync<MoveRelease, ReleaseView>(scope, new MoveRelease(two, release.Id, ReleaseAction.PublishToAll, [], [], release.Version));
        return (saved.Version, watch.Elapsed.TotalMilliseconds);
    }

    private static MinistryStaff Owner(string sub) => new(sub, sub, [MinistryRole.CatalogOwner]) { HasFreshFactor = true };

    private static async Task<TResult> UseAsync<TInput, TResult>(AsyncServiceScope scope, TInput input)
    {
        var outcome = await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"{input}: {outcome.Problem.Code}");
    }

    private static async Task<int> VersionAsync(HttpClient client, int port, string slug)
    {
        using var answer = await client.GetAsync($"{Loopback.Origin(slug, port)}/api/v1/services/{Service}");
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStreamAsync()).RootElement.GetProperty("catalogVersion").GetInt32();
    }
}
