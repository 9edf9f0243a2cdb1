using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;

namespace MppDigital.Sqlite;

public static class SqliteServices
{
    public static IServiceCollection AddSqliteEngine(this IServiceCollection services) => services.AddSingleton<IDatabaseEngine, SqliteEngine>();

    /// <summary>For what must know its database while services are still being listed: the job store.</summary>
    public static IDatabaseEngine NewEngine(PlatformOptions options) => new SqliteEngine(Options.Create(options));
}
