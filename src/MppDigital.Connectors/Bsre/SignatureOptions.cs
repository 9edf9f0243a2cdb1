using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Bsre;

/// <summary>Section <c>Signature</c>: by whom officials' signatures are made.</summary>
public sealed class SignatureOptions
{
    /// <summary>Empty: the platform's own authority in Development, BSrE elsewhere.</summary>
    public SignatureMode? Mode { get; set; }

    /// <summary>Outside Development the platform's authority signs for officials only where this is set too: no reader trusts it.</summary>
    public bool AllowPlatformAuthority { get; set; }

    /// <summary>A PEM file with the roots to which signers' certificates must lead. Empty: in Development the simulator's; elsewhere nobody can sign.</summary>
    public string TrustedRoots { get; set; } = "";

    public bool ByBsre => Mode == SignatureMode.Bsre;
}

public enum SignatureMode
{
    /// <summary>With the approval, by a certificate of the platform's own authority.</summary>
    Platform,

    /// <summary>By the official, from the queue, through BSrE.</summary>
    Bsre,
}

/// <summary>Stops the start on a signature that would look like more than it is.</summary>
internal sealed class SignatureOptionsCheck(IHostEnvironment environment) : IPostConfigureOptions<SignatureOptions>, IValidateOptions<SignatureOptions>
{
    public void PostConfigure(string? name, SignatureOptions options) => options.Mode ??= environment.IsDevelopment() ? SignatureMode.Platform : SignatureMode.Bsre;

    public ValidateOptionsResult Validate(string? name, SignatureOptions options)
    {
        if (options.Mode == SignatureMode.Platform && !environment.IsDevelopment() && !options.AllowPlatformAuthority)
            return ValidateOptionsResult.Fail("Signature:Mode is 'Platform' outside Development: no reader trusts the platform's own authority. Use 'Bsre', or set Signature:AllowPlatformAuthority to true as well.");
        return options.TrustedRoots.Length > 0 && !File.Exists(options.TrustedRoots)
            ? ValidateOptionsResult.Fail($"Signature:TrustedRoots is '{options.TrustedRoots}': there is no such file. Name a PEM file with the root certificates of BSrE.")
            : ValidateOptionsResult.Success;
    }
}
