using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Platform.Persistence;
using Npgsql;
using Quartz;

namespace MppDigital.PostgreSql;

/// <summary>One server, one database per regency. Schemas are changed by <c>mpp</c> alone.</summary>
internal sealed class PostgreSqlEngine(IOptions<ServerOptions> options) : IDatabaseEngine
{
    private static readonly VersionInterceptor Versions = new();

    public string Name => "PostgreSql";

    public bool WebChangesSchema => false;

    public bool CopyCarriesSchema => true;

    public void Configure(DbContextOptionsBuilder builder, string database) => builder
        .UseNpgsql(ConnectionString(database), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlEngine).Assembly.GetName().Name))
        .AddInterceptors(Versions);

    public async Task<IReadOnlySet<string>> ListAsync(CancellationToken ct)
    {
        await using var connection = await OpenServerAsync(ct);
        await using var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE datname LIKE 'mpp\\_%'", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>();
        while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        return names;
    }

    public Task CreateAsync(string database, CancellationToken ct) => ExecuteAsync($"CREATE DATABASE {Quoted(database)}", ct);

    // WAL_LOG, the default: FILE_COPY costs two checkpoints each, ten times the time (docs/decisions).
    public async Task CopyAsync(string source, string database, int schema, Func<DbConnection, CancellationToken, Task> fill, CancellationToken ct)
    {
        await ExecuteAsync($"CREATE DATABASE {Quoted(database)} TEMPLATE {Quoted(source)}", ct);
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync(ct);
        await fill(connection, ct);
    }

    public Task CloseAsync(string database, CancellationToken ct)
    {
        // A template must have nobody inside.
        using var pooled = new NpgsqlConnection(ConnectionString(database));
        NpgsqlConnection.ClearPool(pooled);
        return Task.CompletedTask;
    }

    public async Task DropAsync(string database, CancellationToken ct)
    {
        // FORCE ends our own idle connections too; left in the pool they would fail the next caller.
        await CloseAsync(database, ct);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(database)} WITH (FORCE)", ct);
    }

    public async Task<IAsyncDisposable> LockAsync(string name, CancellationToken ct)
    {
        // Bound to the session: it ends with the process that holds it.
        var connection = await OpenServerAsync(ct);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext($1))", connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(name);
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    public void ConfigureJobs(IPersistentStoreBuilder store, bool mayCreateTables)
    {
        if (mayCreateTables) store.ProvisionSchema();
        store.UsePostgres(NpgsqlFactory.Instance, ConnectionString(Databases.Jobs));
        store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(5));
    }

    public Task TellAsync(string channel, string message, CancellationToken ct) => PostgreSqlSignals.TellAsync(ConnectionString(Databases.National), channel, message, ct);

    public IAsyncEnumerable<string> HearAsync(string channel, CancellationToken ct) => PostgreSqlSignals.HearAsync(ConnectionString(Databases.National), channel, ct);

    public DatabaseFailure Classify(DbException exception) => exception is not NpgsqlException npgsql ? DatabaseFailure.Other : npgsql.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => DatabaseFailure.Duplicate,
        PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.CheckViolation => DatabaseFailure.Reference,
        PostgresErrorCodes.NotNullViolation => DatabaseFailure.Required,
        PostgresErrorCodes.StringDataRightTruncation => DatabaseFailure.TooLong,
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable => DatabaseFailure.Busy,
        null or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow => DatabaseFailure.Unreachable,
        _ => DatabaseFailure.Other,
    };

    // Names are ours and made of letters, digits and underscores; quoting keeps it so.
    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var connection = await OpenServerAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<NpgsqlConnection> OpenServerAsync(CancellationToken ct)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.Value.Server) { Pooling = false };
        builder.Database ??= "postgres";
        var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    private string ConnectionString(string database)
    {
        var central = database is Databases.National or Databases.Login or Databases.Jobs;
        return new NpgsqlConnectionStringBuilder(options.Value.Server)
        {
            Database = database,
            // 514 pools share max_connections: a regency gets few, and gives them back soon.
            MaxPoolSize = central ? 10 : 2,
            ConnectionIdleLifetime = central ? 60 : 10,
            ConnectionPruningInterval = central ? 10 : 5,
            ApplicationName = "mpp",
        }.ConnectionString;
    }
}
