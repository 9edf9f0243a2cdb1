namespace MppDigital.Login.Protocol;

internal sealed class AuthorizationCode
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private AuthorizationCode()
    {
    }

    public string CodeHash { get; private set; } = "";

    public Guid GrantId { get; private set; }

    public Grant? Grant { get; private set; }

    public string RedirectUri { get; private set; } = "";

    public string? Nonce { get; private set; }

    public string CodeChallenge { get; private set; } = "";

    public DateTime ExpiresAt { get; private set; }

    /// <summary>Kept after use: a second use must be recognised, because it revokes what the first one bought.</summary>
    public DateTime? RedeemedAt { get; private set; }

    public static AuthorizationCode Of(string codeHash, Grant grant, AuthorizationParameters request, DateTime now) =>
        new()
        {
            CodeHash = codeHash,
            GrantId = grant.Id,
            Grant = grant,
            RedirectUri = request.RedirectUri,
            Nonce = request.Nonce,
            CodeChallenge = request.CodeChallenge,
            ExpiresAt = now + Lifetime,
        };
}
