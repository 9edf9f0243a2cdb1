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

    /// <summary>Lets a system follow what happens to applications of its regency.</summary>
    public const string Changes = "mpp.changes";

    /// <summary>What people's programs may ask for.</summary>
    public static readonly string[] All = [OpenId, Profile, Phone, Email, Nik, OfflineAccess, Api];

    /// <summary>What a system may be allowed. The first is the key to the API and always among them.</summary>
    public static readonly string[] OfSystems = [Api, Changes];

    /// <summary>What a person may decline and still sign in.</summary>
    public static readonly string[] Personal = [Profile, Phone, Email, Nik];

    /// <summary>Keeps the scopes we know and the client may have, each once; others are ignored (OpenID Connect Core, 3.1.2.1).</summary>
    public static string Keep(string? asked, Client client) =>
        string.Join(' ', (asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(s => All.Contains(s) && client.Scopes?.Contains(s) is not false));

    /// <summary>Null when a system asks for what it was not given, or leaves out the key to the API.</summary>
    public static string? ForSystem(string? asked, Client client)
    {
        string[] may = [.. OfSystems.Where(s => client.Scopes?.Contains(s) is not false)];
        if (asked is null) return string.Join(' ', may);
        string[] wanted = [.. asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return wanted.Contains(Api) && wanted.All(may.Contains) ? string.Join(' ', wanted) : null;
    }

    public static bool Has(string granted, string scope) => granted.Split(' ').Contains(scope);

    public static string Without(string granted, IEnumerable<string> removed) => string.Join(' ', granted.Split(' ').Except(removed));
}
