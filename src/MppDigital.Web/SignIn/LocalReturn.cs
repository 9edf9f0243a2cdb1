namespace MppDigital.Web.SignIn;

internal static class LocalReturn
{
    /// <summary>The address if it is a path of this host, else the home page: sign-in must not become a way to send people elsewhere.</summary>
    public static string Of(string? returnUrl) =>
        returnUrl is { Length: > 0 and <= 1000 }
        && returnUrl[0] == '/'
        && (returnUrl.Length == 1 || returnUrl[1] is not ('/' or '\\'))
        && !returnUrl.Any(c => char.IsControl(c) || c == '\\')
            ? returnUrl
            : "/";

    /// <summary>Staff sign in with a user name; where they are going tells who they are.</summary>
    public static bool IsForStaff(RelyingParty party, string returnUrl) =>
        party.ClientId == MppDigital.Login.Clients.ClientDirectory.Ministry || returnUrl.StartsWith("/petugas", StringComparison.Ordinal) || returnUrl.StartsWith("/admin", StringComparison.Ordinal);
}
