using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;
using MppDigital.Regencies.Applications;

namespace MppDigital.Benchmarks.Rows;

/// <summary>The first page of an officer's inbox where 100,000 applications lie.</summary>
internal static class InboxRow
{
    private const string What = "inbox of 100,000 applications, first page, p95";
    private const string Goal = "<= 50 ms";
    private const double MostMilliseconds = 50;
    private const int Applications = 100_000;
    private const string Slug = "bukittinggi";
    private const string Database = "mpp_d_1375.db";

    // The agency of the service that Requests.Submit files; the officer has no second factor.
    private const string Officer = "petugas.dinkes.bukittinggi";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using (var first = await product.StartAsync(folder)) await FileOneAsync(first, folder);
        Multiply(Path.Combine(folder, "db", Database));

        await using var server = await product.StartAsync(folder, "web,login");
        using var officer = new DemoCitizen(server.Port, folder);
        await officer.SignInAsync(Officer);
        var origin = Loopback.Origin(Slug, server.Port);
        var token = await officer.TokenForAsync(origin);
        using var client = Loopback.Client(server.Port, connections: 1);
        HttpRequestMessage Ask(string status) => new(HttpMethod.Get, $"{origin}/api/v1/officer/inbox?status={status}&limit=50") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

        var (measured, failed, failure) = (new Dictionary<string, double>(), 0, "");
        foreach (var status in new[] { "open", "all" })
        {
            await LoadRun.ForAsync(TimeSpan.FromSeconds(3), 1, client, _ => Ask(status), 200);
            var run = await LoadRun.ForAsync(Duration, 1, client, _ => Ask(status), 200);
            measured[status] = run.P95Milliseconds;
            failed += run.Failed;
            failure = failure.Length > 0 ? failure : run.FirstFailure;
        }

        var worst = measured.Values.Max();
        return [new Row(What, Figures.Of(worst, 1, "ms"), Goal, worst <= MostMilliseconds && failed == 0, $"open {Figures.Of(measured["open"], 1, "ms")}, all {Figures.Of(measured["all"], 1, "ms")}; {failed} failed {failure}")];
    }

    private static async Task FileOneAsync(ServerProcess server, string folder)
    {
        using var citizen = new DemoCitizen(server.Port, folder);
        await citizen.SignInAsync();
        var origin = Loopback.Origin(Slug, server.Port);
        using var client = Loopback.Client(server.Port, connections: 1);
        using var answer = await client.SendAsync(Requests.Submit(origin, await citizen.TokenForAsync(origin)));
        if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"A submission answered {(int)answer.StatusCode}.");
    }

    /// <summary>Copies with ids, numbers and limits of their own. One of ten stays open, and the limits of the open ones lie among the others'.</summary>
    private static void Multiply(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('\"' || name || '\"', ',') FROM pragma_table_info('applications')";
        var columns = ((string)command.ExecuteScalar()!).Split(',');
        var values = columns.Select(column => column.Trim('"') switch
        {
            "Id" => "printf('%08X-0000-7000-8000-%012X', n, n)",
            "Number" => "substr(a.Number, 1, 8) || printf('%06d', n)",
            "Status" => $"CASE WHEN n % 10 = 0 THEN a.Status ELSE {(int)ApplicationStatus.Issued} END",
            "OnDesk" => "n % 10 = 0",
            "DueAt" or "QueueAt" => $"strftime('%Y-%m-%d %H:%M:%S', a.{column}, '-' || ((n * 7919) % 50000) || ' minutes')",
            _ => $"a.{column}",
        });
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE counter(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM counter WHERE n < {Applications})
            INSERT INTO applications ({string.Join(',', columns)}) SELECT {string.Join(',', values)} FROM counter, (SELECT * FROM applications LIMIT 1) a
            """);
        command.ExecuteNonQuery();
    }
}
