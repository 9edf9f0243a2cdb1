using System.Net;
using Microsoft.Extensions.Hosting;

namespace MppDigital.Connectors.Calls;

/// <summary>Which address may be written down for an outside system, nation-wide or by a regency.</summary>
public static class ConnectorAddress
{
    /// <summary>With the slash without which the last part of a path would be lost.</summary>
    public static Uri Folder(string address) => new(address.EndsWith('/') ? address : address + "/");

    /// <summary>Null when the address can be meant.</summary>
    public static AddressFault? FaultOf(string text, IHostEnvironment environment) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0 ? AddressFault.NoAddress
        : environment.IsDevelopment() ? null
        : IsLoopback(address) ? AddressFault.Loopback
        : address.Scheme == Uri.UriSchemeHttps ? null
        : AddressFault.NotHttps;

    private static bool IsLoopback(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.');
        if (address.IsLoopback || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)) return true;

        // 0.0.0.0 and :: reach this machine when connected to; ::ffff:127.0.0.1 is loopback in other clothes.
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var ip)) return false;
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        return IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any);
    }
}

public enum AddressFault
{
    /// <summary>No absolute http or https address, or with a name, a query or a fragment in it.</summary>
    NoAddress,

    /// <summary>On this machine: a simulator.</summary>
    Loopback,

    /// <summary>A NIK would travel readable.</summary>
    NotHttps,
}
