namespace MppDigital.Login;

/// <summary>Pages of the login host that protocol endpoints send people to.</summary>
public static class SignInPaths
{
    public const string SignIn = "/masuk";
    public const string Code = "/masuk/kode";
    public const string Register = "/daftar";
    public const string SignOut = "/keluar";

    /// <summary>Name of the query value that carries the waiting authorization request.</summary>
    public const string RequestKey = "r";
}
