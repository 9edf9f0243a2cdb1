using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Platform.Persistence;

namespace MppDigital.SqlServer;

public static class SqlServerServices
{
    public static IServiceCollection AddSqlServerEngine(this IServiceCollection services) => services.AddSingleton<IDatabaseEngine, SqlServerEngine>();

    /// <summary>For what must know its database while services are still being listed: the job store.</summary>
    public static IDatabaseEngine NewEngine(ServerOptions options) => new SqlServerEngine(Options.Create(options));
}
