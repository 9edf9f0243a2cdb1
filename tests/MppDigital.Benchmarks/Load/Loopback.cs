using System.Net;
using System.Net.Sockets;

namespace MppDigital.Benchmarks.Load;

/// <summary>Clients that find every host name at one port of this machine, whatever the resolver thinks of it.</summary>
internal static class Loopback
{
    public const string RootDomain = "mpp.localhost";

    public static HttpClient Client(int port, int connections, CookieContainer? cookies = null) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
        MaxConnectionsPerServer = connections,
        AllowAutoRedirect = false,
        UseCookies = cookies is not null,
        CookieContainer = cookies ?? new CookieContainer(),
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <param name="label">First label of the host; empty for the apex.</param>
    public static string Origin(string label, int port) => label.Length == 0 ? $"http://{RootDomain}:{port}" : $"http://{label}.{RootDomain}:{port}";
}
