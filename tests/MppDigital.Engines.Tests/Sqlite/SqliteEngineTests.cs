using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Sqlite;

namespace MppDigital.Engines.Tests.Sqlite;

public sealed class SqliteEngineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mpp-sqlite-");
    private readonly IDatabaseEngine engine;

    public SqliteEngineTests() => engine = SqliteServices.NewEngine(new PlatformOptions { DataDirectory = folder.FullName });

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Finds_the_mark_of_a_copy_and_no_other_mark()
    {
        await engine.CreateAsync("mpp_template", default);
        Assert.False(engine.IsMarked("mpp_template", 4711));

        await engine.CloseAsync("mpp_template", default);
        await engine.CopyAsync("mpp_template", "mpp_d_1375", 4711, (_, _) => Task.CompletedTask, default);
        Assert.False(engine.IsMarked("mpp_template", 4711));

        Assert.True(engine.IsMarked("mpp_d_1375", 4711));
        Assert.False(engine.IsMarked("mpp_d_1375", 4712));
    }

    [Fact]
    public async Task Sets_a_connection_once_and_it_stays_set_when_it_comes_back_from_the_pool()
    {
        await engine.CreateAsync("mpp_d_1375", default);
        for (var use = 0; use < 3; use++)
        {
            await using var db = Open("mpp_d_1375");
            Assert.Equal(2, await db.Database.SqlQuery<long>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
            Assert.Equal(10000, await db.Database.SqlQuery<long>($"SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync());
            Assert.Equal(1, await db.Database.SqlQuery<long>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());
        }
    }

    [Fact]
    public async Task Keeps_at_most_64_databases_open()
    {
        for (var n = 0; n < 80; n++)
        {
            var database = $"mpp_d_{1100 + n}";
            await engine.CreateAsync(database, default);
            await using var db = Open(database);
            await db.Database.ExecuteSqlAsync($"CREATE TABLE kept (number INTEGER)");
        }

        var open = Enumerable.Range(0, 80).Count(n => IsOpen($"mpp_d_{1100 + n}"));
        Assert.InRange(open, 1, 64);
        await using var first = Open("mpp_d_1100");
        Assert.Equal(0, await first.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM kept").SingleAsync());
    }

    private DbContext Open(string database)
    {
        var options = new DbContextOptionsBuilder();
        engine.Configure(options, database);
        return new DbContext(options.Options);
    }

    /// <summary>The last connection that closes takes the log beside the database with it.</summary>
    private bool IsOpen(string database) => File.Exists(Path.Combine(folder.FullName, "db", database + ".db-wal"));
}
