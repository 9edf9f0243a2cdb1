using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Web.SignIn;

/// <summary>
/// Server-to-server calls between our own hosts stay inside this process: the address is loopback, the Host header is the public one.
/// They need no DNS, leave through no proxy, and work before the first certificate does.
/// </summary>
internal sealed class OwnHosts(IServer server, IOptions<PlatformOptions> platform)
{
    public DelegatingHandler Rewriting() => new Rewriter(this);

    public SocketsHttpHandler Connecting() => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                if (IsOurs(context.DnsEndPoint.Host)) await socket.ConnectAsync(Loopback(), context.DnsEndPoint.Port, ct);
                else await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    private bool IsOurs(string host)
    {
        var root = platform.Value.RootDomain;
        return Listening() is not null && (host.Equals(root, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + root, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A plain address if there is one: inside the machine, encryption would only need a certificate more.</summary>
    private BindingAddress? Listening() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse).OrderBy(a => a.Scheme, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The loopback address, or the one address that is listened on.</summary>
    private IPAddress Loopback() =>
        IPAddress.TryParse(Listening()?.Host.Trim('[', ']'), out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? address : IPAddress.Loopback;

    private sealed class Rewriter(OwnHosts hosts) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { } uri && hosts.IsOurs(uri.Host) && hosts.Listening() is { } listening)
            {
                request.Headers.Host = uri.Authority;
                request.RequestUri = new UriBuilder(uri) { Scheme = listening.Scheme, Port = listening.Port }.Uri;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
