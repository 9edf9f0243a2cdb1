using System.Net;
using Microsoft.Extensions.Options;
using MppDigital.Login.Demo;
using MppDigital.Platform;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Starting;

/// <summary>Invented people with a known password never meet real ones.</summary>
internal static class DemoGuard
{
    public static void CheckSettings(WebApplication app)
    {
        var demo = app.Services.GetRequiredService<IOptions<DemoOptions>>().Value;
        if (!demo.Enabled) return;
        if (!app.Environment.IsDevelopment()) throw new StartRefusedException("Demo:Enabled: the demo runs in Development only. Set it to false.");
        if (demo.AllowRemote) return;
        var listening = (app.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(a => !IsLoopback(BindingAddress.Parse(a).Host));
        if (listening is not null) throw new StartRefusedException($"urls: the demo would be open to others at {listening}. Listen on localhost, or set Demo:AllowRemote=true.");
    }

    public static async Task CheckDataAsync(WebApplication app, IServiceProvider services, CancellationToken ct)
    {
        if (app.Environment.IsDevelopment()) return;
        var traces = await services.GetRequiredService<IUseCase<FindDemoAccounts, DemoTraces>>().HandleAsync(new FindDemoAccounts(), ct);
        if (traces.Value is { Accounts: true } or { FileExists: true }) throw new StartRefusedException("Platform:DataDirectory: this data holds demo accounts, whose password is known. Use an empty directory.");
    }

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
