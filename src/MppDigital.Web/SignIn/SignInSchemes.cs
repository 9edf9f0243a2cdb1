namespace MppDigital.Web.SignIn;

internal static class SignInSchemes
{
    /// <summary>Picks one of the two below for each request.</summary>
    public const string Default = "mpp";

    public const string Cookie = "mpp-session";

    public const string Bearer = "Bearer";
}

/// <summary>Names of claims in the principal of a signed-in person.</summary>
internal static class SignInClaims
{
    public const string Sub = "sub";
    public const string Name = "name";
    public const string Nik = "nik";
    public const string Phone = "phone_number";
    public const string Email = "email";
    public const string BirthDate = "birthdate";
    public const string UserName = "preferred_username";
    public const string Sid = "sid";
    public const string Acr = "acr";

    /// <summary>Seconds since 1970 at which the person last proved who they are.</summary>
    public const string AuthTime = "auth_time";

    /// <summary>The origin this cookie was made for.</summary>
    public const string Origin = "origin";

    /// <summary>Four digits: the only regency in which a system may work.</summary>
    public const string Regency = "regency";

    public const string Scope = "scope";
}
