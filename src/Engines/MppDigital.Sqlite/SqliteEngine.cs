using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using Quartz;

namespace MppDigital.Sqlite;

/// <summary>Embedded databases: one file each below the data directory, write-ahead log, one writer at a time.</summary>
internal sealed class SqliteEngine(IOptions<PlatformOptions> options) : IDatabaseEngine
{
    // Where a SQLite file keeps its user_version (fileformat2, section 1.3).
    private const int MarkOffset = 60;
    private const int MarkLength = 4;

    private static readonly SqlitePragmas Pragmas = new();
    private static readonly VersionInterceptor Versions = new();

    public string Name => "Sqlite";

    public bool WebChangesSchema => true;

    public bool CopyCarriesSchema => true;

    private string Folder => Path.Combine(options.Value.DataDirectory, "db");

    public void Configure(DbContextOptionsBuilder builder, string database) => builder
        .UseSqlite(ConnectionString(database), sqlite => sqlite.MigrationsAssembly(typeof(SqliteEngine).Assembly.GetName().Name))
        // A test compares models and migrations once; here the comparison would be part of every first start.
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
        .AddInterceptors(Pragmas, Versions);

    public Task<IReadOnlySet<string>> ListAsync(CancellationToken ct)
    {
        var files = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.db") : [];
        return Task.FromResult<IReadOnlySet<string>>(files.Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet());
    }

    public async Task CreateAsync(string database, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        await using var connection = new SqliteConnection(ConnectionString(database, SqliteOpenMode.ReadWriteCreate, pooled: false));
        await connection.OpenAsync(ct);
        // Kept in the file's header, so it is set once and for all.
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", ct);
    }

    public async Task CopyAsync(string source, string database, int schema, Func<DbConnection, CancellationToken, Task> fill, CancellationToken ct)
    {
        // Written beside and renamed: a copy that was cut off is never taken for a database.
        var part = PathOf(database) + ".part";
        DeleteFiles(part);
        File.Copy(PathOf(source), part);
        await using (var connection = new SqliteConnection(Connection(part, SqliteOpenMode.ReadWrite, pooled: false)))
        {
            await connection.OpenAsync(ct);
            // Nobody else knows this file, and it is brought to the disk as a whole below.
            await ExecuteAsync(connection, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF", ct);
            await fill(connection, ct);
            await ExecuteAsync(connection, Mark(schema), ct);
        }

        using (var file = File.OpenHandle(part, access: FileAccess.ReadWrite)) RandomAccess.FlushToDisk(file);
        File.Move(part, PathOf(database));
    }

    public async Task CloseAsync(string database, CancellationToken ct)
    {
        using (var pooled = new SqliteConnection(ConnectionString(database))) SqliteConnection.ClearPool(pooled);
        await using var connection = new SqliteConnection(ConnectionString(database, pooled: false));
        await connection.OpenAsync(ct);
        // What still stands in the log would be missing from a copy of the file.
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", ct);
    }

    public Task DropAsync(string database, CancellationToken ct)
    {
        using (var pooled = new SqliteConnection(ConnectionString(database))) SqliteConnection.ClearPool(pooled);
        DeleteFiles(PathOf(database));
        return Task.CompletedTask;
    }

    public bool IsMarked(string database, int schema)
    {
        using var file = File.OpenHandle(PathOf(database), share: FileShare.ReadWrite | FileShare.Delete);
        Span<byte> mark = stackalloc byte[MarkLength];
        return RandomAccess.Read(file, mark, MarkOffset) == MarkLength && BinaryPrimitives.ReadInt32BigEndian(mark) == schema;
    }

    public async Task MarkAsync(string database, int schema, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(ConnectionString(database, pooled: false));
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, Mark(schema), ct);
        // The mark is read from the file; in the log beside it, where it may stay until the program ends in good order, nobody sees it.
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(PASSIVE)", ct);
    }

    public async Task<IAsyncDisposable> LockAsync(string name, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        while (true)
        {
            try
            {
                // Held by the operating system: a killed process leaves no stale lock.
                return new FileStream(Path.Combine(Folder, name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }

    public void ConfigureJobs(IPersistentStoreBuilder store, bool mayCreateTables)
    {
        if (mayCreateTables) store.ProvisionSchema();
        store.UseSqlite(SqliteFactory.Instance, ConnectionString(Databases.Jobs));
    }

    public DatabaseFailure Classify(DbException exception) => exception is not SqliteException sqlite ? DatabaseFailure.Other : (sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode) switch
    {
        (_, 2067 or 1555 or 2579) => DatabaseFailure.Duplicate,
        (_, 787 or 275) => DatabaseFailure.Reference,
        (_, 1299) => DatabaseFailure.Required,
        (5 or 6, _) => DatabaseFailure.Busy,
        (14 or 26 or 11, _) => DatabaseFailure.Unreachable,
        _ => DatabaseFailure.Other,
    };

    private static string Mark(int schema) => string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {schema}");

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void DeleteFiles(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(path + suffix);
    }

    private string PathOf(string database) => Path.Combine(Folder, database + ".db");

    private string ConnectionString(string database, SqliteOpenMode mode = SqliteOpenMode.ReadWrite, bool pooled = true) =>
        Connection(PathOf(database), mode, pooled);

    private static string Connection(string path, SqliteOpenMode mode, bool pooled) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooled }.ConnectionString;
}
