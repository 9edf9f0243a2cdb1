using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>
/// What a citizen waits for while other people's systems fail, each fault at all of them at once: the service's page, a form whose registers have to
/// be asked anew each time, the page of an application, and the button that asks the payment provider for a code. One caller, so that nothing but
/// those systems is measured. Afterwards everybody pays, and the ledger must show each payment once.
/// </summary>
internal static partial class FaultRows
{
    private const double MostMilliseconds = 300;
    private const int Citizens = 12;
    private const int Systems = 9;
    private static readonly TimeSpan MostRecovery = TimeSpan.FromSeconds(60);
    private static readonly string[] WaitedFor = ["Dukcapil", "SatuSehat", "Oss", "Qris"];
    private const string Slug = "bukittinggi";
    private const string Database = "mpp_d_1375.db";

    // Each form is asked for once by each citizen: even silence is remembered for a minute, and then there would be nothing to wait for.
    private static readonly (string Fault, string[] Services)[] Faults =
    [
        ("no-answer", ["DPM-SIP-01", "OSS-NIB-01", "DKC-KK-01", "DPM-PBG-01"]),
        ("500", ["DPM-SIP-02", "BPD-NPW-01", "DKC-AKL-01", "DPM-SKP-01"]),
        ("401", ["DPM-SIP-03", "DIN-PIRT-01", "DKC-AKM-01", "BPD-PBB-01"]),
        ("wrong-data", ["DPM-SIP-04", "DLH-SPPL-01", "DKC-KTP-01", "PAM-SBR-01"]),
        ("slow", ["DPM-SIP-05", "OSS-KKPR-01", "DKC-KIA-01", "NAK-AK1-01"]),
        ("duplicate", ["DPM-SIP-06", "AGM-HLL-01", "DKC-KK-02", "BPD-BPH-01"]),
        ("out-of-order", ["DPM-SIP-07", "DPM-PAUD-01", "DKC-KTP-02", "BPN-CEK-01"]),
        ("clock-skew", ["DPM-SIP-08", "DPM-PBG-02", "DKC-KK-03", "PLN-SBR-01"]),
        ("answer", ["DPM-SIP-09", "DPM-SLF-01", "DKC-PND-01", "BPD-PBB-02"]),
    ];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        var systems = new ConcurrentDictionary<string, Uri>();
        await using var server = await product.StartAsync(folder, listen: line =>
        {
            if (Simulated().Match(line) is { Success: true } told) systems[told.Groups["name"].Value] = new Uri(told.Groups["at"].Value);
        });
        var origin = Loopback.Origin(Slug, server.Port);
        using var client = Loopback.Client(server.Port, connections: 2);
        var people = new List<Person>();
        for (var i = 0; i < Citizens; i++)
        {
            using var citizen = new DemoCitizen(server.Port, folder, i);
            await citizen.SignInAsync();
            var token = await citizen.TokenForAsync(origin);
            people.Add(new Person(token, await Advert.FileAsync(client, origin, token)));
        }

        if (systems.Count != Systems) throw new InvalidOperationException($"{systems.Count} systems are simulated: {string.Join(", ", systems.Keys)}.");
        using var admin = new DemoCitizen(server.Port, folder);
        await admin.SignInAsync($"admin.{Slug}");
        var key = await admin.TokenForAsync(origin);
        var rows = new List<Row>();
        foreach (var (fault, services) in Faults)
        {
            foreach (var system in systems.Values.Distinct()) await SendAsync(system, HttpMethod.Put, "simulator/fault", new { fault = "answer" });
            foreach (var name in WaitedFor) await RecoverAsync(client, origin, key, name);
            foreach (var system in systems.Values.Distinct()) await SendAsync(system, HttpMethod.Put, "simulator/fault", new { fault });
            rows.Add(await MeasureAsync(client, origin, people, fault, services));
        }

        rows.Add(await SettleAsync(client, origin, people, systems["Qris"], Path.Combine(folder, "db", Database)));
        return rows;
    }

    private static async Task<Row> MeasureAsync(HttpClient client, string origin, List<Person> people, string fault, string[] services)
    {
        var (page, form, own, pay) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        foreach (var service in services)
        {
            foreach (var person in people)
            {
                page.Add(await TimeAsync(client, new HttpRequestMessage(HttpMethod.Get, $"{origin}/layanan/{service}")));
                form.Add(await TimeAsync(client, Get(person.Token, $"{origin}/api/v1/services/{service}")));
                own.Add(await TimeAsync(client, Get(person.Token, $"{origin}/api/v1/applications/{person.Number}")));
                pay.Add(await TimeAsync(client, Api.Post(person.Token, $"{origin}/api/v1/applications/{person.Number}/payment", null), mayRefuse: true));
            }
        }

        var worst = new[] { P95(page), P95(form), P95(own), P95(pay) }.Max();
        return new Row($"all systems: {fault}; service page, form, application and payment, worst p95", Figures.Of(worst, 0, "ms"), "<= 300 ms", worst <= MostMilliseconds,
            $"p95 of the page {Figures.Of(P95(page), 1, "ms")}, of the form {Figures.Of(P95(form), 1, "ms")} (longest {Figures.Of(form.Max(), 0, "ms")}), of the application {Figures.Of(P95(own), 1, "ms")}, of the payment {Figures.Of(P95(pay), 1, "ms")} (longest {Figures.Of(pay.Max(), 0, "ms")}); {form.Count} of each");
    }

    /// <summary>Each fault comes upon systems that were well, with no circuit open that would spare the first callers.</summary>
    private static async Task RecoverAsync(HttpClient client, string origin, string key, string system)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < MostRecovery;)
        {
            if ((await Api.PostAsync(client, key, $"{origin}/api/v1/admin/connectors/{system}/test", null)).GetProperty("answered").GetBoolean()) return;
            await Task.Delay(250);
        }

        throw new InvalidOperationException($"{system} did not recover in {MostRecovery.TotalSeconds} s.");
    }

    /// <summary>When all is well again, each pays with the one code that is valid, and it is booked once.</summary>
    private static async Task<Row> SettleAsync(HttpClient client, string origin, List<Person> people, Uri provider, string file)
    {
        foreach (var person in people)
        {
            var bill = await Api.PostAsync(client, person.Token, $"{origin}/api/v1/applications/{person.Number}/payment", null);
            await SendAsync(provider, HttpMethod.Post, "simulator/pay", new { reference = bill.GetProperty("reference").GetString() });
        }

        var paid = 0;
        foreach (var person in people)
        {
            using var answer = await client.SendAsync(Get(person.Token, $"{origin}/api/v1/applications/{person.Number}/payment"));
            if (JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("state").GetString() == "paid") paid++;
        }

        var (receipts, sum) = Booked(file);
        return new Row("all systems: afterwards each bill paid and booked once", $"{paid}", $"{people.Count}", paid == people.Count && receipts == people.Count && sum == 0, $"{receipts} receipts, ledger sum {sum}");
    }

    private static (long Receipts, long Sum) Booked(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        connection.Open();
        long Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }

        return (Ask("SELECT count(DISTINCT Source) FROM ledger WHERE Source LIKE '%-receipt'"), Ask("SELECT sum(AmountIdr) FROM ledger"));
    }

    /// <param name="mayRefuse">A provider that does not answer cannot make a code; the payer must hear that as soon.</param>
    private static async Task<double> TimeAsync(HttpClient client, HttpRequestMessage request, bool mayRefuse = false)
    {
        using var sent = request;
        var clock = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode || mayRefuse ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{request.RequestUri} answered {(int)answer.StatusCode}.");
    }

    private static HttpRequestMessage Get(string token, string address) => new(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private static async Task SendAsync(Uri system, HttpMethod method, string path, object body)
    {
        using var client = new HttpClient { BaseAddress = system };
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static double P95(List<double> times) => times.Order().ElementAt((int)(times.Count * 0.95));

    [GeneratedRegex(@"(?<name>\w+) is simulated at (?<at>http\S+)")]
    private static partial Regex Simulated();

    private sealed record Person(string Token, string Number);
}
