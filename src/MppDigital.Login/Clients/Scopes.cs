namespace MppDigital.Login.Clients;

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

    /// <summary>What a person may decline and still sign in.</summary>
    public static readonly string[] Personal = [Profile, Phone, Email, Nik];

    /// <summary>Keeps the scopes we know and the client may have, each once; others are ignored (OpenID Connect Core, 3.1.2.1).</summary>
    public static string Keep(string? asked, Client client) =>
        string.Join(' ', (asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(s => All.Contains(s) && client.Scopes?.Contains(s) is not false));

    public static bool Has(string granted, string scope) => granted.Split(' ').Contains(scope);

    public static string Without(string granted, IEnumerable<string> removed) => string.Join(' ', granted.Split(' ').Except(removed));
}
