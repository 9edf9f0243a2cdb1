using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MppDigital.Browser.Tests;

/// <summary>The network between one device and the program. A browser that is told to be offline keeps the streams it has; here they break.</summary>
internal sealed class WeakLink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly int target;
    private volatile bool down;

    public WeakLink(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Cut()
    {
        down = true;
        while (open.TryTake(out var client)) client.Dispose();
    }

    public void Mend() => down = false;

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using (near)
        {
            if (down) return;
            using var far = new TcpClient();
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, target);
                open.Add(near);
                open.Add(far);
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut, or one side went away.
            }
        }
    }
}
