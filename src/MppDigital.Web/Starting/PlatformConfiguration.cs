using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;

namespace MppDigital.Web.Starting;

internal static class PlatformConfiguration
{
    private const string DefaultAddress = "http://localhost:5080";

    public static void ConfigurePlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Set here and not in a launch profile, which would win over the caller's own setting.
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
        var address = (builder.Configuration["urls"] is { Length: > 0 } urls ? urls : DefaultAddress).Split(';')[0];

        services.AddOptions<ServerOptions>().BindConfiguration("Database");
        services.AddOptions<PlatformOptions>().BindConfiguration("Platform").PostConfigure(options =>
        {
            ProjectFolders.FillDefaults(options);
            if (options.PublicOrigin.Length == 0) options.PublicOrigin = $"http://{options.RootDomain}:{BindingAddress.Parse(address).Port}";
            options.PublicOrigin = options.PublicOrigin.TrimEnd('/');
        });
        services.AddOptions<DemoOptions>().Configure(o => o.Enabled = builder.Environment.IsDevelopment()).BindConfiguration("Demo");
        services.AddOptions<LoginOptions>().Configure<IOptions<DemoOptions>, IConfiguration>((login, demo, configuration) =>
        {
            login.DemoClients = demo.Value.Enabled;
            login.LimitAddresses = !(demo.Value.Enabled && configuration["Limits:PerAddress"] == "Off");
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PlatformOptions>>((forwarded, platform) =>
        {
            // Only from named proxies; the host is never taken from a header.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in platform.Value.TrustedProxies) forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
    }
}
