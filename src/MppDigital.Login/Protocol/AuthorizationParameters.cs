namespace MppDigital.Login.Protocol;

/// <summary>A request to sign someone in that passed every check.</summary>
/// <param name="Resource">Null when the client named none: the token request may still choose.</param>
/// <param name="FreshSignIn">The session must have begun after this request (<c>prompt=login</c>).</param>
/// <param name="Silent">No page may be shown (<c>prompt=none</c>).</param>
/// <param name="MaxAge">Seconds since the person last proved who they are.</param>
/// <param name="ForStaff">The page asks for a user name first.</param>
internal sealed record AuthorizationParameters(
    string ClientId,
    string RedirectUri,
    string Scope,
    string? State,
    string? Nonce,
    string CodeChallenge,
    string? Resource,
    bool FreshSignIn,
    bool Silent,
    int? MaxAge,
    bool ForStaff)
{
    /// <summary>For state and nonce, which come back from our tables and addresses.</summary>
    public const int LongestText = 512;
}
