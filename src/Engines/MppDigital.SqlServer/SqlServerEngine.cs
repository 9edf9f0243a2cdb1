using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Platform.Persistence;
using Quartz;

namespace MppDigital.SqlServer;

/// <summary>One server or elastic pool, one database per regency. Schemas are changed by <c>mpp</c> alone.</summary>
internal sealed class SqlServerEngine(IOptions<ServerOptions> options) : IDatabaseEngine
{
    private static readonly VersionInterceptor Versions = new();

    public string Name => "SqlServer";

    public bool WebChangesSchema => false;

    // It has no signal between processes that a login without special rights may use.
    public TimeSpan LookAgain => TimeSpan.FromSeconds(1);

    public bool CopyCarriesSchema => false;

    public void Configure(DbContextOptionsBuilder builder, string database) => builder
        .UseSqlServer(ConnectionString(database), server =>
        {
            server.MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name).UseCompatibilityLevel(options.Value.CompatibilityLevel);
            if (options.Value.MaxBatchSize is { } size) server.MaxBatchSize(size);
        })
        .AddInterceptors(Versions);

    public async Task<IReadOnlySet<string>> ListAsync(CancellationToken ct)
    {
        await using var connection = await OpenServerAsync(ct);
        await using var command = new SqlCommand("SELECT name FROM sys.databases WHERE name LIKE 'mpp[_]%'", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>();
        while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        return names;
    }

    public async Task CreateAsync(string database, CancellationToken ct)
    {
        await ExecuteAsync($"CREATE DATABASE {Quoted(database)}", ct);
        if (database != Databases.Jobs) return;
        await using var connection = new SqlConnection(ConnectionString(database));
        await connection.OpenAsync(ct);
        foreach (var statement in SqlServerJobTables.Statements())
        {
            await using var command = new SqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    // A copy on the server (AS COPY OF, restore) differs between editions; an empty database and its migrations work on all.
    public async Task CopyAsync(string source, string database, int schema, Func<DbConnection, CancellationToken, Task> fill, CancellationToken ct)
    {
        await CreateAsync(database, ct);
        await using var connection = new SqlConnection(ConnectionString(database));
        await connection.OpenAsync(ct);
        await fill(connection, ct);
    }

    public Task CloseAsync(string database, CancellationToken ct) => Task.CompletedTask;

    public Task DropAsync(string database, CancellationToken ct)
    {
        SqlConnection.ClearAllPools();
        return ExecuteAsync($"IF DB_ID(N'{database}') IS NOT NULL DROP DATABASE {Quoted(database)}", ct);
    }

    public async Task<IAsyncDisposable> LockAsync(string name, CancellationToken ct)
    {
        var connection = await OpenServerAsync(ct);
        await using var command = new SqlCommand("sp_getapplock", connection) { CommandType = System.Data.CommandType.StoredProcedure, CommandTimeout = 0 };
        command.Parameters.AddWithValue("@Resource", name);
        command.Parameters.AddWithValue("@LockMode", "Exclusive");
        command.Parameters.AddWithValue("@LockOwner", "Session");
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    // The tables were made with the database: SqlServerJobTables.
    public void ConfigureJobs(IPersistentStoreBuilder store, bool mayCreateTables)
    {
        store.UseSqlServer(SqlClientFactory.Instance, ConnectionString(Databases.Jobs));
        store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(5));
    }

    public DatabaseFailure Classify(DbException exception) => exception is not SqlException sql ? DatabaseFailure.Other : sql.Number switch
    {
        2601 or 2627 => DatabaseFailure.Duplicate,
        547 => DatabaseFailure.Reference,
        515 => DatabaseFailure.Required,
        2628 or 8152 => DatabaseFailure.TooLong,
        1205 => DatabaseFailure.Busy,
        -2 or 53 or 4060 or 40613 => DatabaseFailure.Unreachable,
        _ => DatabaseFailure.Other,
    };

    private static string Quoted(string name) => '[' + name.Replace("]", "]]", StringComparison.Ordinal) + ']';

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var connection = await OpenServerAsync(ct);
        await using var command = new SqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<SqlConnection> OpenServerAsync(CancellationToken ct)
    {
        var connection = new SqlConnection(new SqlConnectionStringBuilder(options.Value.Server) { InitialCatalog = "master", Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    private string ConnectionString(string database) => new SqlConnectionStringBuilder(options.Value.Server)
    {
        InitialCatalog = database,
        MaxPoolSize = database is Databases.National or Databases.Login or Databases.Jobs ? 20 : 4,
        ApplicationName = "mpp",
    }.ConnectionString;
}
