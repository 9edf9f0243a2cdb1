using System.ComponentModel.DataAnnotations;

namespace MppDigital.Web.SignIn;

/// <summary>Section <c>SignIn</c>: which OpenID Connect provider the hosts trust. Ours unless configured otherwise.</summary>
internal sealed class SignInOptions
{
    /// <summary>Issuer of another certified provider; empty for the national login of this deployment.</summary>
    [Url]
    public string? Authority { get; set; }

    /// <summary>Client secrets at that provider by client id; ours are derived and need no configuration.</summary>
    public Dictionary<string, string> ClientSecrets { get; } = [];
}
