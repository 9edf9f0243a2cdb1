using Microsoft.Extensions.Options;

namespace MppDigital.Login.Outside;

/// <summary>A half-configured provider is refused at start, by the name of the setting and what to write there.</summary>
internal sealed class OutsideOptionsCheck : IValidateOptions<OutsideOptions>
{
    public ValidateOptionsResult Validate(string? name, OutsideOptions options)
    {
        if (!options.IsOn) return ValidateOptionsResult.Skip;
        var faults = new List<string>();
        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || (issuer.Scheme != Uri.UriSchemeHttps && !issuer.IsLoopback))
        {
            faults.Add("Login:Outside:Issuer: expected an https address, exactly as the provider's discovery document names it.");
        }

        if (options.ClientId.Length == 0) faults.Add("Login:Outside:ClientId is missing: write the name that the provider gave us.");
        if (options.FaceAcr.Length == 0) faults.Add("Login:Outside:FaceAcr is missing: write the acr values that stand for a face check, separated by blanks.");
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromSeconds(30)) faults.Add("Login:Outside:Timeout: expected 1 to 30 seconds, for example 00:00:05.");
        if (OutsideKey.FaultOf(options) is { } fault) faults.Add(fault);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
