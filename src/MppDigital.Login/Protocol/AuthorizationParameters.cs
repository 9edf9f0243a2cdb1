namespace MppDigital.Login.Protocol;

/// <summary>A request to sign someone in that passed every check.</summary>
/// <param name="Resource">Null when the client named none: the token request may still choose.</param>
/// <param name="FreshSignIn">The session must have begun after this request (<c>prompt=login</c>).</param>
/// <param name="Silent">No page may be shown (<c>prompt=none</c>).</param>
/// <param name="MaxAge">Seconds since the person last proved who they are.</param>
/// <param name="ForStaff">The page asks for a user name first.</param>
/// <param name="AskConsent">The person is asked again whatever was decided before (<c>prompt=consent</c>).</param>
/// <param name="WantsTwoFactors"><c>acr_values</c> prefers two factors; who has none yet signs in with one, and the token says so.</param>
/// <param name="Subject">Only this person will do (<c>id_token_hint</c>).</param>
/// <param name="UserName">Of staff, to be filled in (<c>login_hint</c>); never a NIK, which would then lie here in plain.</param>
/// <param name="Language"><c>id</c> or <c>en</c> (<c>ui_locales</c>).</param>
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
    bool ForStaff,
    bool AskConsent = false,
    bool WantsTwoFactors = false,
    string? Subject = null,
    string? UserName = null,
    string? Language = null)
{
    /// <summary>For state and nonce, which come back from our tables and addresses.</summary>
    public const int LongestText = 512;
}
