using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using MppDigital.Login;
using MppDigital.National;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.PostgreSql;
using MppDigital.Regencies.Persistence;
using MppDigital.Sqlite;
using MppDigital.SqlServer;

namespace MppDigital.Engines.Tests;

/// <summary>The three contexts as an engine sees them; nothing is opened.</summary>
internal static class EngineModels
{
    public static IReadOnlyList<DbContext> ContextsOf(string name)
    {
        var server = new ServerOptions { Provider = name, Server = name == "PostgreSql" ? "Host=nowhere.invalid" : "Server=nowhere.invalid" };
        var engine = name switch
        {
            "Sqlite" => SqliteServices.NewEngine(new PlatformOptions { DataDirectory = "nowhere" }),
            "PostgreSql" => PostgreSqlServices.NewEngine(server),
            _ => SqlServerServices.NewEngine(server),
        };
        return [new NationalDbContext(Options<NationalDbContext>(Databases.National)), new LoginDbContext(Options<LoginDbContext>(Databases.Login)), new RegencyDbContext(Options<RegencyDbContext>(Databases.RegencyTemplate))];

        DbContextOptions<T> Options<T>(string database)
            where T : DbContext
        {
            var builder = new DbContextOptionsBuilder<T>();
            engine.Configure(builder, database);
            return builder.Options;
        }
    }

    /// <summary>The model with everything that is left out at run time: comments, filters, check constraints.</summary>
    public static IModel DesignOf(DbContext db) => db.GetService<IDesignTimeModel>().Model;
}
