using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;
using MppDigital.Connectors;
using MppDigital.National;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies;
using MppDigital.Sqlite;
using MppDigital.Testing.Databases;

namespace MppDigital.Benchmarks.Rows;

/// <summary>
/// All 514 halls live at once: 5,000 displays and phones follow over HTTP, while counters call as often as the national peak asks (57,897 visits an
/// hour). Measured from the press of the button to the last byte of the event at each display; the followers are in this process, the product is alone.
/// </summary>
internal static class StreamsRow
{
    private const int Streams = 5000;
    private const double CallsPerSecond = 16;

    // In a program that just started the very first calls wait for its code to be compiled.
    private const int FirstCalls = 40;
    private const double MostMilliseconds = 300;
    private const double MostKilobytes = 20;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using var server = await product.StartAsync(folder, "web,login");
        using var clerk = new DemoCitizen(server.Port, folder);
        await clerk.SignInAsync();
        var halls = await OpenAsync(folder, server.Port, clerk);
        using var office = Loopback.Client(server.Port, connections: 16);
        // Each hall once before anybody follows, so that what a first use costs is not counted as a stream.
        foreach (var hall in halls) using (await office.GetAsync($"{hall.Origin}/papan/{hall.Place}")) { }

        foreach (var hall in halls.Take(FirstCalls))
        {
            var seen = await PressAsync(office, hall, "call-next");
            await PressAsync(office, hall, "serve", seen);
        }

        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = ProcessFigures.ResidentMegabytes(server.Id);
        var heard = new ConcurrentQueue<double>();
        using var end = new CancellationTokenSource();
        var followers = new List<Task>();
        var following = new CountdownEvent(Streams);
        for (var i = 0; i < Streams; i++)
        {
            followers.Add(FollowAsync(server.Port, halls[i % halls.Count], following, heard, end.Token));
            if (i % 50 == 49) await Task.Delay(20);
        }

        if (!await Task.Run(() => following.Wait(TimeSpan.FromMinutes(2)))) return [Row.NotMeasured("event streams", $"{Streams} open", $"only {Streams - following.CurrentCount} opened")];
        await Task.Delay(TimeSpan.FromSeconds(10));
        var kilobytes = (ProcessFigures.ResidentMegabytes(server.Id) - before) * 1024 / Streams;

        var (cpu, clock) = (ProcessFigures.CpuSeconds(server.Id), Stopwatch.StartNew());
        var calls = new List<Task>();
        for (var i = 0; i < halls.Count; i++)
        {
            calls.Add(PressAsync(office, halls[i], "call-next"));
            if (TimeSpan.FromSeconds((i + 1) / CallsPerSecond) - clock.Elapsed is { Ticks: > 0 } early) await Task.Delay(early);
        }

        await Task.WhenAll(calls);
        await Task.Delay(TimeSpan.FromSeconds(2));
        var busy = (ProcessFigures.CpuSeconds(server.Id) - cpu) / clock.Elapsed.TotalSeconds;
        await end.CancelAsync();
        await Task.WhenAll(followers);
        var times = heard.Order().ToList();
        if (times.Count == 0) return [Row.NotMeasured("event streams", $"{MostMilliseconds} ms", "no call was heard")];
        var p95 = times[(int)(times.Count * 0.95)];
        return
        [
            new Row($"call to display over {Streams} open streams in {halls.Count} halls, p95", Figures.Of(p95, 1, "ms"), "<= 300 ms", p95 <= MostMilliseconds && times.Count == Streams,
                $"{times.Count} of {Streams} displays heard their call; median {Figures.Of(times[times.Count / 2], 1, "ms")}, longest {Figures.Of(times[^1], 1, "ms")}; {Figures.Of(halls.Count / clock.Elapsed.TotalSeconds, 1, "calls/s")}, {Figures.Of(busy, 2, "cores")}"),
            new Row("memory for each open stream", Figures.Of(kilobytes, 1, "KB"), "<= 20 KB", kilobytes <= MostKilobytes, $"resident memory of the process, {Figures.Of(before, 0, "MB")} before"),
        ];
    }

    private static async Task<List<Hall>> OpenAsync(string folder, int port, DemoCitizen clerk)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Services.AddLogging().AddSingleton(TimeProvider.System)
            .Configure<PlatformOptions>(o => (o.DataDirectory, o.SeedDirectory, o.PublicOrigin) = (folder, SeedFolder.Find(), "https://mpp.test"))
            .AddSqliteEngine().AddPlatform().AddNational().AddRegencies().AddConnectors(builder.Configuration, builder.Environment);
        using var host = builder.Build();
        await TwoRegencies.ReadRegistryAsync(host);
        var halls = new List<Hall>();
        foreach (var regency in host.Services.GetRequiredService<ITenantDirectory>().All)
        {
            var origin = Loopback.Origin(regency.Slug, port);
            var token = await clerk.TokenForAsync(origin);
            var (place, counter) = await SeededHall.OpenAsync(host.Services, regency.Code, SubOf(token), waiting: 2);
            halls.Add(new Hall(origin, new Uri(origin).Authority, place, counter, token));
        }

        return halls;
    }

    private static string SubOf(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='))).RootElement.GetProperty("sub").GetString()!;
    }

    private static async Task<EntityTagHeaderValue?> PressAsync(HttpClient office, Hall hall, string button, EntityTagHeaderValue? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{hall.Origin}/api/v1/officer/counters/{hall.Counter}/{button}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", hall.Token);
        if (seen is not null) request.Headers.IfMatch.Add(seen);
        hall.PressedAt = Stopwatch.GetTimestamp();
        using var answer = await office.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{hall.Origin} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.ETag;
    }

    private static async Task FollowAsync(int port, Hall hall, CountdownEvent following, ConcurrentQueue<double> heard, CancellationToken ct)
    {
        try
        {
            using var socket = new System.Net.Sockets.TcpClient { NoDelay = true };
            await socket.ConnectAsync(System.Net.IPAddress.Loopback, port, ct);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /api/v1/visits/live?place={hall.Place} HTTP/1.1\r\nHost: {hall.Host}\r\nAccept: text/event-stream\r\n\r\n"), ct);
            var buffer = new byte[2048];
            var open = false;
            while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
            {
                var text = buffer.AsSpan(0, read);
                if (!open && text.IndexOf("retry:"u8) >= 0)
                {
                    open = true;
                    following.Signal();
                }

                if (text.IndexOf("event: call"u8) >= 0) heard.Enqueue(Stopwatch.GetElapsedTime(hall.PressedAt).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private sealed record Hall(string Origin, string Host, Guid Place, Guid Counter, string Token)
    {
        public long PressedAt { get; set; }
    }
}
