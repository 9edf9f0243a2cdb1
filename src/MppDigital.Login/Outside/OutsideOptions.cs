namespace MppDigital.Login.Outside;

/// <summary>
/// Section <c>Login:Outside</c>: another OpenID provider by which citizens may sign in, for example INApas. Nothing of it shows while
/// <see cref="Issuer"/> is empty.
/// </summary>
public sealed class OutsideOptions
{
    /// <summary>Exactly as the provider's discovery document and its tokens write it.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>As people know it; stands on the button.</summary>
    public string Name { get; set; } = "INApas";

    public string ClientId { get; set; } = "";

    /// <summary>File with our private key: PKCS #8 in PEM, curve P-521. Read once, at start.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The key itself, for places that keep secrets in the environment; <see cref="KeyFile"/> counts first.</summary>
    public string Key { get; set; } = "";

    /// <summary><c>kid</c> under which the provider knows our public key; may be empty where it knows only one.</summary>
    public string KeyId { get; set; } = "";

    /// <summary><c>aud</c> of our assertions; empty: the issuer (OpenID Connect Core, 9; RFC 7523, 3). Some providers want their token endpoint.</summary>
    public string AssertionAudience { get; set; } = "";

    public string Scope { get; set; } = "openid profile nik phone email";

    /// <summary><c>acr</c> values, separated by blanks, that mean: the face was compared with the register just now.</summary>
    public string FaceAcr { get; set; } = "";

    /// <summary>Weaker ones that are enough for somebody whose account is bound already.</summary>
    public string AcceptedAcr { get; set; } = "";

    public string NikClaim { get; set; } = "nik";

    /// <summary>For each call; nobody waits longer for a provider that does not answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    public bool IsOn => Issuer.Length > 0;
}
