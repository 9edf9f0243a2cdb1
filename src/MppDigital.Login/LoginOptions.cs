namespace MppDigital.Login;

/// <summary>Section <c>Login</c>.</summary>
public sealed class LoginOptions
{
    /// <summary>The demo's outside programs are known; set with the demo and never outside Development.</summary>
    public bool DemoClients { get; set; }

    /// <summary>Limits by network address; those by account always hold.</summary>
    public bool LimitAddresses { get; set; } = true;
}
