using MppDigital.Login.Sessions;

namespace MppDigital.Login.Protocol;

/// <summary>How sure we are of the person, as <c>acr</c> and <c>amr</c>.</summary>
internal static class Assurance
{
    public const string OneFactor = "urn:mpp:1";

    public const string TwoFactors = "urn:mpp:2";

    public static string Of(Session session) => session.HasSecondFactor ? TwoFactors : OneFactor;

    public static string[] MethodsOf(Session session) => session.Methods.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first value that we know is the one the client prefers (OpenID Connect Core, 3.1.2.1).</summary>
    public static bool PrefersTwoFactors(string? acrValues) => (acrValues ?? "").Split(' ').FirstOrDefault(v => v is OneFactor or TwoFactors) == TwoFactors;
}
