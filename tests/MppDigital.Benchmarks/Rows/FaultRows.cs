using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;
using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Connectors.Oss.Simulator;
using MppDigital.Connectors.SatuSehat.Simulator;

namespace MppDigital.Benchmarks.Rows;

/// <summary>
/// What a citizen waits for while the registers behind the forms fail, each fault at all registers at once: the service's page, a form whose
/// registers have to be asked anew each time, and the page of an application. One caller, so that nothing but the registers is measured.
/// </summary>
internal static class FaultRows
{
    private const double MostMilliseconds = 300;
    private const int Citizens = 12;
    private const string Slug = "bukittinggi";

    // Each is asked about once by each citizen, for what a register answered is kept for a day.
    private static readonly (string Fault, string[] Services)[] Faults =
    [
        ("answer", ["DPM-SIP-01", "DPM-SIP-02", "DPM-SIP-03", "DPM-SIP-04"]),
        ("no-answer", ["DKC-KK-01", "DKC-KK-02", "DKC-KK-03", "DKC-AKM-01"]),
        ("slow", ["DKC-AKL-01", "DKC-KIA-01", "DKC-KTP-02", "DKC-KTP-01"]),
        ("500", ["DPM-RKL-01", "DPM-PBG-01", "DPM-PBG-02", "DPM-SLF-01"]),
        ("wrong-data", ["OSS-NIB-01", "OSS-KKPR-01", "DLH-SPPL-01", "DPM-PAUD-01"]),
    ];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using var civil = await DukcapilSimulator.StartAsync(0, TimeProvider.System, default);
        await using var health = await SatuSehatSimulator.StartAsync(0, TimeProvider.System, default);
        await using var business = await OssSimulator.StartAsync(0, TimeProvider.System, default);
        Uri[] registers = [civil.Address, health.Address, business.Address];
        await using var server = await product.StartConnectedAsync(folder, new()
        {
            ["Connectors__Dukcapil__BaseAddress"] = civil.Address.AbsoluteUri,
            ["Connectors__SatuSehat__BaseAddress"] = health.Address.AbsoluteUri,
            ["Connectors__Oss__BaseAddress"] = business.Address.AbsoluteUri,
        });
        var origin = Loopback.Origin(Slug, server.Port);
        using var client = Loopback.Client(server.Port, connections: 2);
        var tokens = new List<string>();
        for (var i = 0; i < Citizens; i++)
        {
            using var citizen = new DemoCitizen(server.Port, folder, i);
            await citizen.SignInAsync();
            tokens.Add(await citizen.TokenForAsync(origin));
        }

        var application = await FileAsync(client, origin, tokens[0]);
        var rows = new List<Row>();
        foreach (var (fault, services) in Faults)
        {
            foreach (var register in registers) await SwitchAsync(register, fault);
            rows.Add(await MeasureAsync(client, origin, tokens, application, fault, services));
        }

        return rows;
    }

    private static async Task<Row> MeasureAsync(HttpClient client, string origin, List<string> tokens, string application, string fault, string[] services)
    {
        var (page, form, own) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var service in services)
        {
            foreach (var token in tokens)
            {
                page.Add(await TimeAsync(client, $"{origin}/layanan/{service}", null));
                form.Add(await TimeAsync(client, $"{origin}/api/v1/services/{service}", token));
                own.Add(await TimeAsync(client, $"{origin}/api/v1/applications/{application}", tokens[0]));
            }
        }

        var worst = new[] { P95(page), P95(form), P95(own) }.Max();
        return new Row($"registers: {fault}; service page, form and application, worst p95", Figures.Of(worst, 0, "ms"), "<= 300 ms", worst <= MostMilliseconds,
            $"p95 of the page {Figures.Of(P95(page), 1, "ms")}, of the form {Figures.Of(P95(form), 1, "ms")} (longest {Figures.Of(form.Max(), 0, "ms")}), of the application {Figures.Of(P95(own), 1, "ms")}; {form.Count} of each");
    }

    private static async Task<double> TimeAsync(HttpClient client, string address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var clock = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
    }

    private static async Task<string> FileAsync(HttpClient client, string origin, string token)
    {
        var body = new JsonObject { ["service"] = "DKC-KK-03", ["data"] = new JsonObject(), ["documents"] = new JsonArray() };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{origin}/api/v1/applications") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)!["number"]!.GetValue<string>() : throw new InvalidOperationException($"Filing answered {(int)answer.StatusCode} {text}");
    }

    private static async Task SwitchAsync(Uri register, string fault)
    {
        using var client = new HttpClient { BaseAddress = register };
        using var answer = await client.PutAsJsonAsync("simulator/fault", new { fault });
        answer.EnsureSuccessStatusCode();
    }

    private static double P95(List<double> times) => times.Order().ElementAt((int)(times.Count * 0.95));
}
