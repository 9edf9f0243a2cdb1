using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;
using MppDigital.Connectors.Qris;

namespace MppDigital.Benchmarks.Rows;

/// <summary>
/// A thousand payments of one regency whose callbacks all leave the provider within one second: the hardest case, for a database has one writer.
/// Each is sent when its moment has come, whether or not earlier ones are answered, and each a second time, as providers do.
/// </summary>
internal static class CallbackRow
{
    private const string What = "burst of 1,000 callbacks in one second to one regency, last answered after";
    private const string Goal = "none lost or doubled, all answered within 5 s";
    private const double MostSeconds = 5;
    private const int Callbacks = 1000;
    private const int Repeated = 100;
    private const string Slug = "bukittinggi";
    private const string Database = "mpp_d_1375.db";

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        long amount;
        await using (var first = await product.StartAsync(folder)) amount = await OweAsync(first, folder);
        Multiply(Path.Combine(folder, "db", Database));

        await using var server = await product.StartAsync(folder);
        var secret = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "demo.json"))).RootElement.GetProperty("paymentCallbackSecrets").GetProperty(Slug).GetString()!;
        using var client = Loopback.Client(server.Port, connections: 256);
        // The code is compiled and the connections are open before the second that counts.
        await SendAsync(client, server.Port, secret, amount, 1, Repeated, 0);

        var clock = Stopwatch.StartNew();
        var (answered, failed, failure) = await SendAsync(client, server.Port, secret, amount, Repeated + 1, Callbacks, 1);
        var seconds = clock.Elapsed.TotalSeconds;
        await SendAsync(client, server.Port, secret, amount, 1, Repeated, 0);
        var (paid, receipts, sum) = Booked(Path.Combine(folder, "db", Database));

        var whole = failed == 0 && paid == Callbacks + Repeated && receipts == Callbacks + Repeated && sum == 0;
        return [new Row(What, Figures.Of(seconds, 2, "s"), Goal, whole && seconds <= MostSeconds,
            $"{Figures.Of(answered.Count / seconds, 0, "callbacks/s")} answered durably, p95 {Figures.Of(answered.Order().ElementAt((int)(answered.Count * 0.95)), 0, "ms")}; {paid} paid, {receipts} receipts, ledger sum {sum}; {failed} failed {failure}")];
    }

    private static async Task<long> OweAsync(ServerProcess server, string folder)
    {
        using var citizen = new DemoCitizen(server.Port, folder);
        await citizen.SignInAsync();
        var origin = Loopback.Origin(Slug, server.Port);
        var token = await citizen.TokenForAsync(origin);
        using var client = Loopback.Client(server.Port, connections: 1);
        var number = await Advert.FileAsync(client, origin, token);
        var bill = await Api.PostAsync(client, token, $"{origin}/api/v1/applications/{number}/payment", null);
        return bill.GetProperty("amount").GetInt64();
    }

    /// <summary>Applications, bills, payments and charges like the first, each with numbers of its own.</summary>
    private static void Multiply(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = false }.ConnectionString);
        connection.Open();
        Copy("applications", column => column switch { "Id" => Id("A"), "Number" => "substr(t.Number, 1, 8) || printf('%06d', n + 1)", _ => null });
        Copy("bills", column => column switch { "Id" => Id("B"), "ApplicationId" => Id("A"), "Number" => "substr(t.Number, 1, 8) || printf('%06d', n + 1)", _ => null });
        Copy("payments", column => column switch { "Id" => Id("C"), "BillId" => Id("B"), "Reference" => "printf('BENCH%015d', n)", "ProviderReference" => "printf('P-%d', n)", _ => null });
        Copy("ledger", column => column switch { "Id" => "printf('%08X-000D-7000-8000-%012X', n, t.rowid)", "BillId" => Id("B"), "Source" => "t.Source || '-' || n", _ => null });

        static string Id(string kind) => $"printf('%08X-000{kind}-7000-8000-%012X', n, n)";

        void Copy(string table, Func<string, string?> own)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT group_concat(name, ',') FROM pragma_table_info('{table}')";
            var columns = ((string)command.ExecuteScalar()!).Split(',');
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
                WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < {Callbacks + Repeated})
                INSERT INTO {table} ({string.Join(',', columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(',', columns.Select(c => own(c) ?? $"t.\"{c}\""))} FROM counter, {table} t WHERE t.rowid <= (SELECT max(rowid) FROM {table})
                """);
            command.ExecuteNonQuery();
        }
    }

    /// <param name="seconds">Over which they leave, evenly; 0 at once.</param>
    private static async Task<(List<double> Answered, int Failed, string FirstFailure)> SendAsync(HttpClient client, int port, string secret, long amount, int from, int count, double seconds)
    {
        var (clock, failed, firstFailure) = (Stopwatch.StartNew(), 0, "");
        var times = await Task.WhenAll(Enumerable.Range(0, count).Select(async n =>
        {
            if (seconds > 0) await Task.Delay(TimeSpan.FromSeconds(seconds * n / count));
            var began = clock.Elapsed;
            using var answer = await client.SendAsync(Callback(port, secret, amount, from + n));
            if (answer.StatusCode != HttpStatusCode.OK && Interlocked.Increment(ref failed) == 1) firstFailure = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
            return (clock.Elapsed - began).TotalMilliseconds;
        }));
        return ([.. times], failed, firstFailure);
    }

    private static HttpRequestMessage Callback(int port, string secret, long amount, int n)
    {
        var now = DateTimeOffset.UtcNow;
        var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"reference":"BENCH{{n:D15}}","providerReference":"P-{{n}}","status":"paid","amount":{{amount}},"at":"{{now:O}}"}"""));
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Loopback.Origin(Slug, port)}/api/v1/payments/callback/qris") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(QrisSignature.Header, QrisSignature.Of(secret, body, now));
        return request;
    }

    private static (long Paid, long Receipts, long Sum) Booked(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        connection.Open();
        long Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }

        return (Ask("SELECT count(*) FROM payments WHERE Reference LIKE 'BENCH%' AND PaidAt IS NOT NULL"), Ask("SELECT count(DISTINCT Source) FROM ledger WHERE Source LIKE '%-receipt'"), Ask("SELECT sum(AmountIdr) FROM ledger"));
    }
}
