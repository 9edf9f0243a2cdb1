using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Persistence;

namespace MppDigital.SqlServer;

public static class SqlServerServices
{
    public static IServiceCollection AddSqlServerEngine(this IServiceCollection services) => services.AddSingleton<IDatabaseEngine, SqlServerEngine>();
}
