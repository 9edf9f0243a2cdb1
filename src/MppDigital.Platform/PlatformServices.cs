using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MppDigital.Platform.Events;
using MppDigital.Platform.Files;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Platform;

public static class PlatformServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSecrets();
        services.AddSingleton<FileStore>();
        services.AddScoped<CurrentRegency>();
        services.AddSingleton<IRegencyScopes, RegencyScopes>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<JobDispatcher>();
        services.AddSingleton<IJobEngine, QuartzJobEngine>();
        services.AddScoped<IJobHandler, RegencySweep>();
        services.AddSingleton<IProvisioningStep, JobStore>();
        services.AddUseCase<ProvisionDatabases, ProvisionReport, ProvisionDatabasesHandler>();
        return services;
    }

    /// <summary>Registers a use case under the one interface by which it is called.</summary>
    public static IServiceCollection AddUseCase<TInput, TResult, THandler>(this IServiceCollection services)
        where THandler : class, IUseCase<TInput, TResult> =>
        services.AddScoped<IUseCase<TInput, TResult>, THandler>();
}
