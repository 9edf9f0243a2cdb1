namespace MppDigital.Login;

/// <summary>Addresses of the login host between which pages and protocol endpoints send people.</summary>
public static class SignInPaths
{
    public const string SignIn = "/masuk";
    public const string Code = "/masuk/kode";
    public const string Register = "/daftar";
    public const string RegisterCode = "/daftar/kode";
    public const string Consent = "/izin";
    public const string SignOut = "/keluar";

    /// <summary>Takes up the waiting authorization request after signing in.</summary>
    public const string Resume = "/authorize/lanjut";

    public const string EndSession = "/logout";

    /// <summary>Name of the query value that carries the waiting authorization request.</summary>
    public const string RequestKey = "r";
}
