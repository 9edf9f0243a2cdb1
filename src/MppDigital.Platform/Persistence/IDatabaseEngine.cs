using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MppDigital.Platform.Persistence;

/// <summary>All that differs between SQLite, PostgreSQL and SQL Server. Databases are named, never addressed: the engine knows where they live.</summary>
public interface IDatabaseEngine
{
    /// <summary><c>Sqlite</c>, <c>PostgreSql</c> or <c>SqlServer</c>.</summary>
    string Name { get; }

    /// <summary>True only for embedded databases: there the web program provisions and migrates; elsewhere only <c>mpp</c> has the rights.</summary>
    bool WebChangesSchema { get; }

    /// <summary>False where <see cref="CopyAsync"/> makes an empty database that must still be migrated.</summary>
    bool CopyCarriesSchema { get; }

    void Configure(DbContextOptionsBuilder options, string database);

    Task<IReadOnlySet<string>> ListAsync(CancellationToken ct);

    Task CreateAsync(string database, CancellationToken ct);

    /// <summary>Makes a database from a closed, migrated template, lets its first rows be written and marks it with the schema. Where the engine can, it appears only when all of that is done.</summary>
    Task CopyAsync(string source, string database, int schema, Func<DbConnection, CancellationToken, Task> fill, CancellationToken ct);

    /// <summary>Ends all connections of this process, so that the database can be copied.</summary>
    Task CloseAsync(string database, CancellationToken ct);

    Task DropAsync(string database, CancellationToken ct);

    /// <summary>True when the database says by itself, without a connection, that it carries this schema. False only means that it must be asked.</summary>
    bool IsMarked(string database, int schema) => false;

    /// <summary>Leaves the mark that <see cref="IsMarked"/> looks for.</summary>
    Task MarkAsync(string database, int schema, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Excludes every other process of this deployment until disposed.</summary>
    Task<IAsyncDisposable> LockAsync(string name, CancellationToken ct);

    /// <summary>Sets up Quartz's store in the database <see cref="Databases.Jobs"/>.</summary>
    /// <param name="mayCreateTables">Only the provisioning run may; the web program finds them ready.</param>
    void ConfigureJobs(IPersistentStoreBuilder store, bool mayCreateTables);

    DatabaseFailure Classify(DbException exception);

    /// <summary>Tells every process of this deployment that hears the channel. An engine that cannot do so tells nobody, and <see cref="LookAgain"/> is shorter instead.</summary>
    Task TellAsync(string channel, string message, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What any process told, this one included, until the token ends it. A message may be lost while the connection is: look again.</summary>
    IAsyncEnumerable<string> HearAsync(string channel, CancellationToken ct) => AsyncEnumerable.Empty<string>();

    /// <summary>How often to look for changes of which no signal came.</summary>
    TimeSpan LookAgain => TimeSpan.FromSeconds(15);
}

/// <summary>Why a statement failed, read from error numbers and never from message text.</summary>
public enum DatabaseFailure
{
    Other,
    Duplicate,
    Reference,
    Required,
    TooLong,
    Busy,
    Unreachable,
}

public static class Databases
{
    public const string National = "mpp_national";
    public const string Login = "mpp_login";
    public const string Jobs = "mpp_jobs";
    public const string RegencyTemplate = "mpp_template";

    /// <summary>Followed by the four digits of the regency's code.</summary>
    public const string RegencyPrefix = "mpp_d_";
}
