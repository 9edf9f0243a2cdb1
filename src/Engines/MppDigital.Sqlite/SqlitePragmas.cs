using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MppDigital.Sqlite;

/// <summary>Settings that SQLite forgets when a connection closes; a connection that comes back from the pool still has them.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // synchronous=FULL: what was acknowledged is on the disk. busy_timeout: writers queue inside SQLite instead of polling from outside.
    // cache_size in KiB: 514 databases share one small machine.
    private const string Settings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -256";

    private static readonly object Set = new();

    // By the native handle, which lives as long as the open file: the object around it is new for each use.
    private readonly ConditionalWeakTable<object, object> known = [];
    private readonly RecentDatabases recent = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        recent.Used(connection.ConnectionString);
        if (!IsNew(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        recent.Used(connection.ConnectionString);
        if (!IsNew(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is { } handle && known.TryAdd(handle, Set);
}
