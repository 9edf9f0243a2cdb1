using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>What the program holds after it showed one page and took one submission in every regency.</summary>
internal static class MemoryRow
{
    private const double MostMegabytes = 350;
    private const string What = "memory after one page and one submit in each of 514";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using var server = await product.StartAsync(folder);
        var atReady = ProcessFigures.ResidentMegabytes(server.Id);
        using var citizen = new DemoCitizen(server.Port, folder);
        using var client = Loopback.Client(server.Port, connections: 4);
        await citizen.SignInAsync();

        var path = await PageRows.ServicePageExistsAsync(client, server.Port) ? Requests.ServicePath : "/api/v1/services";
        foreach (var (code, slug) in SeedFolder.Regencies())
        {
            var origin = Loopback.Origin(slug, server.Port);
            using var page = await client.SendAsync(Requests.Page(origin, path));
            using var submit = await client.SendAsync(Requests.Submit(origin, await citizen.TokenForAsync(origin)));
            if (!page.IsSuccessStatusCode || (int)submit.StatusCode != 201)
                return [Row.NotMeasured(What, $"<= {MostMegabytes} MB", $"{code} answered {(int)page.StatusCode} and {(int)submit.StatusCode}: {await submit.Content.ReadAsStringAsync()}")];
        }

        var megabytes = ProcessFigures.ResidentMegabytes(server.Id);
        return
        [
            new Row(What, Figures.Of(megabytes, 0, "MB"), $"<= {MostMegabytes} MB", megabytes <= MostMegabytes,
                $"resident; {Figures.Of(atReady, 0, "MB")} at ready; page {path}; {ProcessFigures.OpenFiles(server.Id, "mpp_d_")} files of regencies open"),
        ];
    }
}
