using System.Net;
using System.Net.Sockets;

namespace MppDigital.Connectors.Calls;

/// <summary>
/// A regency writes the address of its own server itself, and our servers stand behind walls that it does not. Such an address is therefore
/// reached only in the public network, whatever its name resolves to at the moment of connecting.
/// </summary>
internal static class OwnAddress
{
    /// <summary>Set on a call to an address that a regency wrote.</summary>
    public static readonly HttpRequestOptionsKey<bool> Key = new("MppDigital.OwnAddress");

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        // Through a proxy the end point is the proxy's, and the wall is there.
        var guarded = context.InitialRequestMessage is var call && call.Options.TryGetValue(Key, out var own) && own && call.RequestUri?.IdnHost.Trim('[', ']') == host;
        var found = await Dns.GetHostAddressesAsync(host, ct);
        IPAddress[] open = guarded ? [.. found.Where(IsPublic)] : found;
        if (open.Length == 0) throw new HttpRequestException(HttpRequestError.ConnectionError, "The address is not in the public network.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Not of the ranges that IANA's special-purpose registries (RFC 6890 and successors) keep from the internet.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Global unicast is 2000::/3; documentation, Teredo and 6to4 lie in it and lead elsewhere.
            var six = address.GetAddressBytes();
            return six[0] is >= 0x20 and <= 0x3F && !(six[0] == 0x20 && six[1] == 0x02) && !(six[0] == 0x20 && six[1] == 0x01 && six[2] is 0x00 or 0x0D);
        }

        var part = address.GetAddressBytes();
        return (part[0], part[1], part[2]) switch
        {
            (0 or 10 or 127 or >= 224, _, _) => false,
            (100, >= 64 and <= 127, _) => false,
            (169, 254, _) => false,
            (172, >= 16 and <= 31, _) => false,
            (192, 168, _) => false,
            (192, 0, 0 or 2) => false,
            (198, 18 or 19, _) => false,
            (198, 51, 100) => false,
            (203, 0, 113) => false,
            _ => true,
        };
    }
}
