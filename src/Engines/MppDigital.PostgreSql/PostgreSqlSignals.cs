using System.Threading.Channels;
using Npgsql;

namespace MppDigital.PostgreSql;

/// <summary>
/// LISTEN and NOTIFY in the national database, which every process may reach: they know one database only, and to hear in each of 514 would take a
/// connection for every regency.
/// </summary>
internal static class PostgreSqlSignals
{
    private const int Waiting = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task TellAsync(string connectionString, string channel, string message, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new NpgsqlParameter { Value = channel }, new NpgsqlParameter { Value = message } } };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static IAsyncEnumerable<string> HearAsync(string connectionString, string channel, CancellationToken ct)
    {
        // Whoever hears looks up the present state, so the oldest of too many messages can be spared.
        var heard = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _ = ListenAsync(connectionString, channel, heard.Writer, ct);
        return heard.Reader.ReadAllAsync(ct);
    }

    private static async Task ListenAsync(string connectionString, string channel, ChannelWriter<string> heard, CancellationToken ct)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(own);
                connection.Notification += (_, told) => heard.TryWrite(told.Payload);
                await connection.OpenAsync(ct);
                await using (var listen = new NpgsqlCommand($"LISTEN {channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
                while (true) await connection.WaitAsync(ct);
            }
            catch (NpgsqlException) when (!ct.IsCancellationRequested)
            {
                await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        heard.TryComplete();
    }
}
