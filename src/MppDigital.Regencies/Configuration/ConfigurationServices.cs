using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Configuration;

internal static class ConfigurationServices
{
    public static IServiceCollection AddConfiguration(this IServiceCollection services) => services
        .AddUseCase<ListConfiguration, ConfigurationHistory, ListConfigurationHandler>()
        .AddUseCase<ReadConfigurationChange, ConfigurationSheet, ReadConfigurationChangeHandler>()
        .AddUseCase<RestoreConfiguration, Done, RestoreConfigurationHandler>();
}
