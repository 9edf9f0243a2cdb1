using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Persistence;

namespace MppDigital.PostgreSql;

public static class PostgreSqlServices
{
    public static IServiceCollection AddPostgreSqlEngine(this IServiceCollection services) => services.AddSingleton<IDatabaseEngine, PostgreSqlEngine>();
}
