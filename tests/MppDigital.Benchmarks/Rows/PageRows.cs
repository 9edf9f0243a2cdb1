using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>What a first visit of a page costs: the page and everything it names, as sent, nothing cached.</summary>
internal static class PageRows
{
    private const double MostKilobytes = 30;

    private static readonly (string Name, string Label, string Path)[] Pages =
    [
        ("portal", "", "/"),
        ("regency home", "bukittinggi", "/"),
        ("service page", "bukittinggi", Requests.ServicePath),
    ];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        await using var server = await product.StartAsync(product.NewFolder());
        using var client = Loopback.Client(server.Port, connections: 4);
        var rows = new List<Row>();
        foreach (var (name, label, path) in Pages) rows.Add(await WeighAsync(client, name, Loopback.Origin(label, server.Port), path));
        return rows;
    }

    public static async Task<bool> ServicePageExistsAsync(HttpClient client, int port)
    {
        using var answer = await client.SendAsync(Requests.Page(Loopback.Origin("bukittinggi", port), Requests.ServicePath));
        return answer.IsSuccessStatusCode;
    }

    private static async Task<Row> WeighAsync(HttpClient client, string name, string origin, string path)
    {
        var what = $"page weight, {name}";
        var goal = $"<= {MostKilobytes} KB";
        using var answer = await client.SendAsync(Requests.Page(origin, path));
        var sent = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode) return Row.NotMeasured(what, goal, $"{path} answered {(int)answer.StatusCode}");

        var total = sent.Length;
        var named = PageContent.LinkedFiles(PageContent.Text(answer, sent)).ToList();
        foreach (var file in named)
        {
            using var part = await client.SendAsync(Requests.Page(origin, file));
            total += (await part.Content.ReadAsByteArrayAsync()).Length;
        }

        var encoding = answer.Content.Headers.ContentEncoding.FirstOrDefault() ?? "not compressed";
        return new Row(what, Figures.Of(total / 1024.0, 1, "KB"), goal, total / 1024.0 <= MostKilobytes, $"the page itself {Figures.Of(sent.Length / 1024.0, 1, "KB")} ({encoding}), {named.Count} files with it");
    }
}
