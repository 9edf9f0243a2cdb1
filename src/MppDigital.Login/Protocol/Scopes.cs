namespace MppDigital.Login.Protocol;

internal static class Scopes
{
    public const string OpenId = "openid";
    public const string Profile = "profile";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Nik = "nik";
    public const string OfflineAccess = "offline_access";
    public const string Api = "mpp.api";

    public static readonly string[] All = [OpenId, Profile, Phone, Email, Nik, OfflineAccess, Api];

    /// <summary>Keeps the scopes we know, each once; others are ignored (OpenID Connect Core, 3.1.2.1).</summary>
    public static string Keep(string? asked) =>
        string.Join(' ', (asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(All.Contains));

    public static bool Has(string granted, string scope) => granted.Split(' ').Contains(scope);
}
