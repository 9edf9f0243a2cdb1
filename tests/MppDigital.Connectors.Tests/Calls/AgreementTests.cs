using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Connectors.Oss;
using MppDigital.Connectors.Simulation;
using MppDigital.Platform.Tenancy;
using MppDigital.Testing;

namespace MppDigital.Connectors.Tests.Calls;

/// <summary>A regency's own agreement: where it leads, what it carries, and where it may not lead.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private static readonly Regency Padang = new FewRegencies().FindBySlug("padang")!;
    private static readonly Regency Bukittinggi = new FewRegencies().FindBySlug("bukittinggi")!;

    private readonly List<string> heard = [];
    private SimulatorApp own = null!;

    public async Task InitializeAsync() => own = await SimulatorApp.StartAsync(0, (_, routes) => routes.MapPost("/{**path}", HearAsync), default);

    public async Task DisposeAsync() => await own.DisposeAsync();

    [Fact]
    public async Task Leads_the_calls_of_one_regency_elsewhere_under_its_own_name_and_nobody_elses()
    {
        await using var connectors = await StartAsync(new ConnectorAccount(own.Address, "padang", "kunci-rahasia"), new() { ["Connectors:Oss:ClientId"] = "nasional", ["Connectors:Oss:Secret"] = "rahasia-nasional" });

        Assert.IsType<Lookup<Business>.NotFound>(await connectors.GetFor<OssClient>(Padang).FindAsync("0000000000000", default));
        await connectors.GetFor<OssClient>(Bukittinggi).FindAsync("0000000000000", default);

        Assert.Equal(["Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("padang:kunci-rahasia"))], heard);
        Assert.Equal(1, await connectors.CallsAsync("Oss"));
        Assert.Equal((true, 1), Of(await LookAsync(connectors, Padang)));
        Assert.Equal((false, 1), Of(await LookAsync(connectors, Bukittinggi)));
    }

    [Fact]
    public async Task Signs_with_the_nation_wide_agreement_where_a_regency_has_none()
    {
        await using var connectors = await StartAsync(null, new() { ["Connectors:Oss:BaseAddress"] = own.Address.AbsoluteUri, ["Connectors:Oss:ClientId"] = "nasional", ["Connectors:Oss:Secret"] = "rahasia-nasional" });

        await connectors.GetFor<OssClient>(Padang).FindAsync("0000000000000", default);

        Assert.Equal(["Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("nasional:rahasia-nasional"))], heard);
    }

    [Fact]
    public async Task Reaches_nothing_inside_our_own_walls_outside_Development()
    {
        await using var connectors = await StartAsync(new ConnectorAccount(own.Address, "padang", "kunci-rahasia"), [], "Production");

        Assert.Equal(new Lookup<Business>.Unavailable(Outage.Unreachable), await connectors.GetFor<OssClient>(Padang).FindAsync("0000000000000", default));
        Assert.Empty(heard);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2404:8000::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2002:0a00:0001::1", false)]
    public void Knows_the_public_network(string address, bool open) => Assert.Equal(open, OwnAddress.IsPublic(IPAddress.Parse(address)));

    private static async Task<ConnectorLook> LookAsync(RunningConnectors connectors, Regency regency) => await ((IConnector)connectors.GetFor<OssClient>(regency)).LookAsync(default);

    private static (bool Own, int Calls) Of(ConnectorLook look) => (look.Own, look.CallsLastHour);

    private static Task<RunningConnectors> StartAsync(ConnectorAccount? account, Dictionary<string, string?> settings, string environment = "Development") =>
        RunningConnectors.StartAsync(settings, environment, change: services => services.AddScoped<IConnectorAccounts>(p => new OfPadang(p.GetRequiredService<CurrentRegency>(), account)));

    private async Task HearAsync(HttpContext http)
    {
        heard.Add(http.Request.Headers.Authorization.ToString());
        await http.Response.WriteAsync("""{"businesses":[]}""");
    }

    private sealed class OfPadang(CurrentRegency current, ConnectorAccount? account) : IConnectorAccounts
    {
        public ValueTask<ConnectorAccount?> FindAsync(string connector, CancellationToken ct) => ValueTask.FromResult(current.Value == Padang && connector == "Oss" ? account : null);
    }
}
