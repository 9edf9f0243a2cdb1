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
        if (options.PageWait <= TimeSpan.Zero || options.PageWaitInDoubt <= TimeSpan.Zero) return ValidateOptionsResult.Fail($"{key}: PageWait and PageWaitInDoubt must be positive.");
        if (options.AtOncePerRegency < 1) return ValidateOptionsResult.Fail($"{key}: AtOncePerRegency must be at least 1.");
        if (string.IsNullOrWhiteSpace(options.BaseAddress)) return ValidateOptionsResult.Success;

        return ConnectorAddress.FaultOf(options.BaseAddress, environment) switch
        {
            AddressFault.NoAddress => ValidateOptionsResult.Fail($"{key}:BaseAddress is '{options.BaseAddress}': expected an absolute https address."),
            AddressFault.Loopback => ValidateOptionsResult.Fail($"{key}:BaseAddress is '{options.BaseAddress}', on this machine: simulators are allowed in Development only."),
            AddressFault.NotHttps => ValidateOptionsResult.Fail($"{key}:BaseAddress is '{options.BaseAddress}': outside Development it must be https."),
            _ => ValidateOptionsResult.Success,
        };
    }
}
