using MppDigital.Login.Accounts;

namespace MppDigital.Login.Sessions;

/// <summary>One browser, signed in at the login host. Every regency trusts it, so nobody signs in twice.</summary>
internal sealed class Session
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>How long the second factor may take.</summary>
    public static readonly TimeSpan PendingLifetime = TimeSpan.FromMinutes(5);

    private Session()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public Account? Account { get; private set; }

    /// <summary>Hash of the value in the cookie, so that the table opens no session.</summary>
    public string CookieHash { get; private set; } = "";

    /// <summary>The password was right and the second factor is still due: no one is signed in yet.</summary>
    public bool IsPending { get; private set; }

    public DateTime AuthenticatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Two factors were shown, not the password alone.</summary>
    public bool HasSecondFactor { get; private set; }

    /// <summary>How the person proved who they are: <c>amr</c> values, separated by blanks (RFC 8176).</summary>
    public string Methods { get; private set; } = SignInMethods.Password;

    /// <summary>Browser and system in words, for the person's own list; nothing finer is kept.</summary>
    public string? Device { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    /// <summary>Public name of the session in tokens (<c>sid</c>).</summary>
    public string Sid => Id.ToString("N");

    /// <param name="methods">One of <see cref="SignInMethods"/>.</param>
    public static Session Start(Guid accountId, string cookieHash, string methods, string? device, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = accountId,
            CookieHash = cookieHash,
            AuthenticatedAt = now,
            ExpiresAt = now + Lifetime,
            LastSeenAt = now,
            Methods = methods,
            Device = device,
            HasSecondFactor = SignInMethods.IsStrong(methods),
        };

    /// <param name="methods">How the first factor was shown.</param>
    public static Session AwaitSecondFactor(Guid accountId, string cookieHash, string methods, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = accountId,
            CookieHash = cookieHash,
            IsPending = true,
            Methods = methods,
            AuthenticatedAt = now,
            ExpiresAt = now + PendingLifetime,
            LastSeenAt = now,
        };
}
