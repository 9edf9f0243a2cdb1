using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Limit;

/// <summary>Asks the product for one page and one submission, and writes down the bytes of the answers and the rows in the database.</summary>
internal static class Recording
{
    // Kestrel writes these itself.
    private static readonly string[] OwnHeaders = ["Date", "Transfer-Encoding", "Connection", "Content-Length"];

    public static async Task<LimitJob> MakeAsync(ServerProcess server, string folder, string limitFolder, IReadOnlyList<(string Code4, string Slug)> regencies)
    {
        using var client = Loopback.Client(server.Port, connections: 2);
        using var citizen = new DemoCitizen(server.Port, folder);
        await citizen.SignInAsync();
        var (code, slug) = regencies[0];
        var origin = Loopback.Origin(slug, server.Port);
        var token = await citizen.TokenForAsync(origin);
        var database = Path.Combine(folder, "db", $"mpp_d_{code}.db");

        using var page = await client.SendAsync(Requests.Page(origin, Requests.ServicePath));
        // The first submission of a regency also begins its numbers and keeps what the civil register answered; every later one writes only what is recorded here.
        foreach (var regency in regencies)
        {
            var there = Loopback.Origin(regency.Slug, server.Port);
            using var first = await client.SendAsync(Requests.Submit(there, await citizen.TokenForAsync(there)));
            await ExpectCreatedAsync(first);
        }

        var before = LastRows(database);
        using var submit = await client.SendAsync(Requests.Submit(origin, token));
        await ExpectCreatedAsync(submit);
        var receipt = await AnswerAsync(submit);
        using var receiptJson = JsonDocument.Parse(receipt.Body);

        var copies = regencies.ToDictionary(r => $"{r.Slug}.{Loopback.RootDomain}", r => Copy(Path.Combine(folder, "db", $"mpp_d_{r.Code4}.db"), limitFolder));
        return new LimitJob(copies, page.StatusCode == HttpStatusCode.OK ? await AnswerAsync(page) : null, receipt, receiptJson.RootElement.GetProperty("number").GetString()!, NewRows(database, before));
    }

    private static async Task ExpectCreatedAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"A submission answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<RecordedAnswer> AnswerAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        answer.Headers.Concat(answer.Content.Headers).Where(h => !OwnHeaders.Contains(h.Key)).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)),
        await answer.Content.ReadAsByteArrayAsync());

    private static Dictionary<string, long> LastRows(string database)
    {
        using var connection = Open(database);
        // Applications first: the others refer to them.
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name <> 'applications', name", r => r.GetString(0));
        return tables.ToDictionary(t => t, t => Read(connection, $"SELECT coalesce(max(rowid), 0) FROM \"{t}\"", r => r.GetInt64(0)).Single());
    }

    private static List<RecordedRow> NewRows(string database, Dictionary<string, long> before)
    {
        using var connection = Open(database);
        return [.. before.SelectMany(t => Read(connection, $"SELECT * FROM \"{t.Key}\" WHERE rowid > {t.Value}",
            r => new RecordedRow(t.Key, [.. Enumerable.Range(0, r.FieldCount).Select(i => RecordedValue.Of(r.GetName(i), r.GetValue(i)))])))];
    }

    private static string Copy(string database, string folder)
    {
        var target = Path.Combine(folder, Path.GetFileName(database));
        using var from = Open(database);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);
        to.Open();
        from.BackupDatabase(to);
        Read(to, "PRAGMA journal_mode = WAL", r => r.GetString(0));
        return target;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
