using System.ComponentModel.DataAnnotations;

namespace MppDigital.Web.SignIn;

/// <summary>Section <c>SignIn</c>: which OpenID Connect provider the hosts trust. Ours unless configured otherwise.</summary>
internal sealed class SignInOptions
{
    /// <summary>Issuer of another certified provider; empty for the national login of this deployment.</summary>
    [Url]
    public string? Authority { get; set; }

    /// <summary>How old a second factor may be before something that deserves it: signing, giving roles. One sitting at a pile of files, not a coffee break.</summary>
    [Range(1, 120)]
    public int StepUpMinutes { get; set; } = 15;

    /// <summary>Client secrets at that provider by client id; ours are derived and need no configuration.</summary>
    public Dictionary<string, string> ClientSecrets { get; } = [];
}
