using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Persistence;

namespace MppDigital.Sqlite;

public static class SqliteServices
{
    public static IServiceCollection AddSqliteEngine(this IServiceCollection services) => services.AddSingleton<IDatabaseEngine, SqliteEngine>();
}
