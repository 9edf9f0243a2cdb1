namespace MppDigital.Login.Protocol;

internal sealed class RefreshToken
{
    private RefreshToken()
    {
    }

    public string TokenHash { get; private set; } = "";

    public Guid GrantId { get; private set; }

    public Grant? Grant { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>A token works once; a second use means that two parties hold it, and revokes the grant.</summary>
    public DateTime? UsedAt { get; private set; }

    public static RefreshToken Of(string tokenHash, Guid grantId, DateTime expiresAt) =>
        new() { TokenHash = tokenHash, GrantId = grantId, ExpiresAt = expiresAt };
}
