using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Facts;
using MppDigital.Connectors.Messages;
using MppDigital.Connectors.Products;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.SatuSehat;
using MppDigital.Connectors.Simulation;
using MppDigital.Platform.Secrets;

namespace MppDigital.Connectors;

public static class ConnectorsModule
{
    /// <summary>Other people's systems: typed clients, the facts that forms take from them, and in Development their simulators.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<IValidateOptions<ConnectorOptions>>(new ConnectorOptionsCheck(environment));
        services.AddSingleton<ConnectorAddresses>();
        services.AddSingleton(provider => new DukcapilClient(LineTo(DukcapilClient.Name, provider)));
        services.AddSingleton(provider => new SatuSehatClient(LineTo(SatuSehatClient.Name, provider)));
        services.AddSingleton<IProductRegister>(provider => new DukcapilProducts(LineTo(DukcapilProducts.Name, provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new QrisClient(LineTo(QrisClient.Name, provider), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new BsreClient(LineTo(BsreClient.Name, provider)));
        AddSignature(services, configuration, environment);
        services.AddSingleton(provider => new DemoMerchants(provider.GetService<MasterKey>()));
        services.AddSingleton<IFactSource, ConnectedRegisters>();
        // Before the configured values: nobody waits for a product, and its order is repeated by whoever keeps it.
        services.Configure<ConnectorOptions>(DukcapilProducts.Name, o => (o.TotalTimeout, o.TryTimeout, o.Retries) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(4), 0));
        // An official waits, and repeats by hand: each try counts there.
        services.Configure<ConnectorOptions>(BsreClient.Name, o => (o.TotalTimeout, o.TryTimeout, o.Retries) = (TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(8), 0));
        foreach (var name in (ReadOnlySpan<string>)[DukcapilClient.Name, DukcapilProducts.Name, SatuSehatClient.Name, QrisClient.Name, BsreClient.Name]) AddConnector(services, configuration, name);
        if (!environment.IsDevelopment())
        {
            services.AddSingleton<IMessageSender, NoMessages>();
            return services;
        }

        services.AddHostedService<DevelopmentSimulators>();
        services.AddSingleton<IMessageSender, MessageFile>();
        return services;
    }

    private static void AddSignature(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var check = new SignatureOptionsCheck(environment);
        services.AddSingleton<IPostConfigureOptions<SignatureOptions>>(check);
        services.AddSingleton<IValidateOptions<SignatureOptions>>(check);
        services.AddOptions<SignatureOptions>().Bind(configuration.GetSection("Signature")).ValidateOnStart();
        if (environment.IsDevelopment()) services.AddSingleton<SimulatedRoot>();
        services.AddSingleton(provider => new SignerTrust(provider.GetRequiredService<IOptions<SignatureOptions>>(), provider.GetService<SimulatedRoot>()));
    }

    private static void AddConnector(IServiceCollection services, IConfiguration configuration, string name)
    {
        services.AddOptions<ConnectorOptions>(name).Bind(configuration.GetSection($"Connectors:{name}")).ValidateOnStart();
        services.AddKeyedSingleton(name, (provider, _) => ResilientHandler.PipelineFor(provider.GetRequiredService<IOptionsMonitor<ConnectorOptions>>().Get(name)));
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = provider.GetRequiredService<ConnectorAddresses>().Configured(name) is { IsLoopback: false },
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddHttpMessageHandler(provider => new ResilientHandler(provider.GetRequiredKeyedService<Polly.ResiliencePipeline<HttpResponseMessage>>(name)));
    }

    private static RegisterLine LineTo(string name, IServiceProvider provider) => new(
        name,
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<ConnectorAddresses>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<RegisterLine>>());
}
