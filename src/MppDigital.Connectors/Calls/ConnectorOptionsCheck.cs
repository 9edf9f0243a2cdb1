using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Calls;

/// <summary>
/// Stops the start on an address that cannot be meant. A register on loopback is a simulator, and a permit that rests on invented people must
/// not exist outside Development; without TLS a NIK would travel readable.
/// </summary>
internal sealed class ConnectorOptionsCheck(IHostEnvironment environment) : IValidateOptions<ConnectorOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectorOptions options)
    {
        var key = $"Connectors:{name}";
        if (options.TryTimeout <= TimeSpan.Zero || options.TotalTimeout < options.TryTimeout)
            return ValidateOptionsResult.Fail($"{key}: TryTimeout must be positive and not longer than TotalTimeout.");
        if (options.Retries < 0 || options.BreakAfter < 2 || options.BreakFor < TimeSpan.FromMilliseconds(500) || options.RetryDelay < TimeSpan.Zero)
            return ValidateOptionsResult.Fail($"{key}: Retries and RetryDelay must not be negative, BreakAfter at least 2, BreakFor at least half a second.");
        if (string.IsNullOrWhiteSpace(options.BaseAddress)) return ValidateOptionsResult.Success;

        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return ValidateOptionsResult.Fail($"{key}:BaseAddress is '{options.BaseAddress}': expected an absolute https address.");
        if (environment.IsDevelopment()) return ValidateOptionsResult.Success;
        if (IsLoopback(address))
            return ValidateOptionsResult.Fail($"{key}:BaseAddress is '{options.BaseAddress}', on this machine: simulators are allowed in Development only.");
        return address.Scheme == Uri.UriSchemeHttps
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{key}:BaseAddress is '{options.BaseAddress}': outside Development it must be https.");
    }

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
