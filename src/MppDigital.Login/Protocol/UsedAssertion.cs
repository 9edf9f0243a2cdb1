namespace MppDigital.Login.Protocol;

/// <summary>A client's assertion that was shown: until it expires it must not work again (RFC 7523, 3, item 7).</summary>
internal sealed class UsedAssertion
{
    private UsedAssertion()
    {
    }

    /// <summary>Hash of client and <c>jti</c>.</summary>
    public string Hash { get; private set; } = "";

    public DateTime ExpiresAt { get; private set; }

    public static UsedAssertion Of(string hash, DateTime expiresAt) => new() { Hash = hash, ExpiresAt = expiresAt };
}
