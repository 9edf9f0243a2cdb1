using System.Net.Sockets;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.SatuSehat;

namespace MppDigital.Connectors.Tests.Simulation;

public sealed class DevelopmentSimulatorsTests
{
    [Fact]
    public async Task Listen_no_more_when_the_program_has_stopped_though_two_parties_stopped_it()
    {
        var connectors = await RunningConnectors.StartAsync();
        List<Uri> addresses = [];
        foreach (var name in (string[])[DukcapilClient.Name, SatuSehatClient.Name, QrisClient.Name]) addresses.Add(await connectors.AddressOfAsync(name));
        await Task.WhenAll(connectors.StopAsync(), connectors.StopAsync());

        Assert.Equal(3, addresses.Distinct().Count());
        foreach (var address in addresses)
        {
            using var line = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(() => line.ConnectAsync(address.Host, address.Port));
        }

        await connectors.DisposeAsync();
    }
}
