using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Facts;
using MppDigital.Connectors.Handoffs;
using MppDigital.Connectors.Health;
using MppDigital.Connectors.Lapor;
using MppDigital.Connectors.Messages;
using MppDigital.Connectors.Oss;
using MppDigital.Connectors.Products;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.SatuSehat;
using MppDigital.Connectors.Simulation;
using MppDigital.Connectors.Splp;
using MppDigital.Connectors.Webhooks;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors;

public static class ConnectorsModule
{
    private static readonly string[] Names = [DukcapilClient.Name, DukcapilProducts.Name, SatuSehatClient.Name, OssClient.Name, QrisClient.Name, BsreClient.Name, LaporClient.Name, SplpClient.Name, MessageGateway.Name];

    /// <summary>Other people's systems: typed clients, the facts that forms take from them, and in Development their simulators.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<IValidateOptions<ConnectorOptions>>(new ConnectorOptionsCheck(environment));
        services.AddSingleton<ConnectorAddresses>();
        services.AddSingleton<CallLanes>();
        services.AddSingleton<CallBook>();
        services.AddSingleton<RememberedFacilities>();
        // The login asks for the whole nation; everybody else on behalf of the regency of the scope.
        services.AddSingleton(provider => new DukcapilClient(LineTo(DukcapilClient.Name, provider, LineOwner.Nation)));
        services.AddScoped(provider => new DukcapilProducts(LineTo(DukcapilProducts.Name, provider, OwnerOf(provider), DukcapilClient.Name), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IProductRegister>(provider => provider.GetRequiredService<DukcapilProducts>());
        services.AddScoped(provider => new QrisClient(
            LineTo(QrisClient.Name, provider, OwnerOf(provider)), LineTo(QrisClient.Name, provider, OwnerOf(provider), patience: PageOf(QrisClient.Name, provider)), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new BsreClient(LineTo(BsreClient.Name, provider, OwnerOf(provider))));
        AddSignature(services, configuration, environment);
        services.AddScoped(provider => SatuSehatOf(provider, null));
        services.AddScoped(provider => new OssClient(LineTo(OssClient.Name, provider, OwnerOf(provider))));
        services.AddScoped(provider => new LaporClient(LineTo(LaporClient.Name, provider, OwnerOf(provider))));
        services.AddScoped(provider => new SplpClient(LineTo(SplpClient.Name, provider, OwnerOf(provider))));
        services.AddSingleton<IValidateOptions<MailOptions>>(new MailOptionsCheck(environment));
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Connectors:Mail")).ValidateOnStart();
        services.AddSingleton<MailLine>();
        services.AddSingleton(provider => new MessageKeys(configuration, provider.GetService<MasterKey>(), environment.IsDevelopment()));
        services.AddScoped(provider => GatewayOf(provider, OwnerOf(provider)));
        services.AddSingleton(provider => new WebhookClient(provider.GetRequiredService<TimeProvider>(), environment.IsDevelopment()));
        services.AddSingleton(provider => new DemoMerchants(provider.GetService<MasterKey>()));
        // Forms wait for these: with the patience of a page.
        services.AddScoped<IFactSource>(provider => new ConnectedRegisters(
            DukcapilOf(provider, PageOf(DukcapilClient.Name, provider)), SatuSehatOf(provider, PageOf(SatuSehatClient.Name, provider)),
            new OssClient(LineTo(OssClient.Name, provider, OwnerOf(provider), patience: PageOf(OssClient.Name, provider))), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IOutsideDesk>(provider => provider.GetRequiredService<OssClient>());
        services.AddScoped<IOutsideDesk>(provider => provider.GetRequiredService<SplpClient>());
        services.AddScoped<IConnector>(provider => DukcapilOf(provider, null));
        services.AddScoped<IConnector>(provider => provider.GetRequiredService<DukcapilProducts>());
        services.AddScoped<IConnector>(provider => provider.GetRequiredService<SatuSehatClient>());
        services.AddScoped<IConnector>(provider => provider.GetRequiredService<OssClient>());
        services.AddScoped<IConnector>(provider => provider.GetRequiredService<BsreClient>());
        services.AddScoped<IConnector>(provider => provider.GetRequiredService<LaporClient>());
        services.AddScoped<IConnector>(provider => provider.GetRequiredService<SplpClient>());
        // Before the configured values: nobody waits for a product, and its order is repeated by whoever keeps it.
        services.Configure<ConnectorOptions>(DukcapilProducts.Name, o => (o.TotalTimeout, o.TryTimeout, o.Retries) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(4), 0));
        // An official waits, and repeats by hand: each try counts there.
        services.Configure<ConnectorOptions>(BsreClient.Name, o => (o.TotalTimeout, o.TryTimeout, o.Retries) = (TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(8), 0));
        foreach (var name in Names) AddConnector(services, configuration, environment, name);
        if (!environment.IsDevelopment())
        {
            services.AddSingleton<IMessageSender>(provider => new GatewaySender(
                GatewayOf(provider, LineOwner.Nation), provider.GetRequiredService<MailLine>(), provider.GetRequiredService<ConnectorAddresses>(), provider.GetRequiredService<MessageKeys>()));
            return services;
        }

        services.AddHostedService<DevelopmentSimulators>();
        services.AddSingleton<MessageFile>();
        services.AddSingleton<IMessageSender>(provider => provider.GetRequiredService<MessageFile>());
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

    private static void AddConnector(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, string name)
    {
        services.AddOptions<ConnectorOptions>(name).Bind(configuration.GetSection($"Connectors:{name}")).ValidateOnStart();
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = provider.GetRequiredService<ConnectorAddresses>().Configured(name) is { IsLoopback: false },
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // In Development an own address may be a simulator.
                ConnectCallback = environment.IsDevelopment() ? null : OwnAddress.ConnectAsync,
            })
            .AddHttpMessageHandler(provider => new ResilientHandler(name, provider.GetRequiredService<CallLanes>()));
    }

    private static DukcapilClient DukcapilOf(IServiceProvider provider, Patience? patience) => new(LineTo(DukcapilClient.Name, provider, OwnerOf(provider), patience: patience));

    private static SatuSehatClient SatuSehatOf(IServiceProvider provider, Patience? patience) =>
        new(LineTo(SatuSehatClient.Name, provider, OwnerOf(provider), patience: patience), provider.GetRequiredService<RememberedFacilities>());

    private static MessageGateway GatewayOf(IServiceProvider provider, LineOwner owner) =>
        new(LineTo(MessageGateway.Name, provider, owner), provider.GetRequiredService<MailLine>(), provider.GetService<MessageFile>(), provider.GetRequiredService<TimeProvider>());

    private static LineOwner OwnerOf(IServiceProvider provider) => new(provider.GetService<CurrentRegency>(), provider.GetService<IConnectorAccounts>());

    private static Patience PageOf(string name, IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<ConnectorOptions>>().Get(name);
        return new Patience(options.PageWait, options.PageWaitInDoubt);
    }

    private static RegisterLine LineTo(string name, IServiceProvider provider, LineOwner owner, string? agreement = null, Patience? patience = null) => new(
        name,
        agreement ?? name,
        owner,
        patience,
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<ConnectorAddresses>(),
        provider.GetRequiredService<CallLanes>(),
        provider.GetRequiredService<CallBook>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<RegisterLine>>());
}
