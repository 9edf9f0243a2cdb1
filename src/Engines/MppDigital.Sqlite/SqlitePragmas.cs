using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MppDigital.Sqlite;

/// <summary>Settings that SQLite forgets when a connection closes.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // synchronous=FULL: what was acknowledged is on the disk. busy_timeout: writers queue inside SQLite instead of polling from outside.
    // cache_size in KiB: 514 databases share one small machine.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -256";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
