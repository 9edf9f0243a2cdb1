using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Platform.Persistence;

namespace MppDigital.PostgreSql;

public static class PostgreSqlServices
{
    public static IServiceCollection AddPostgreSqlEngine(this IServiceCollection services) => services.AddSingleton<IDatabaseEngine, PostgreSqlEngine>();

    /// <summary>For what must know its database while services are still being listed: the job store.</summary>
    public static IDatabaseEngine NewEngine(ServerOptions options) => new PostgreSqlEngine(Options.Create(options));
}
