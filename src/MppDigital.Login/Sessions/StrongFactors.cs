using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;

namespace MppDigital.Login.Sessions;

/// <summary>Which second factors an account could show. A passkey is one: its device unlocks it for its owner (WebAuthn, user verification).</summary>
internal sealed class StrongFactors(IDbContextFactory<LoginDbContext> contexts)
{
    /// <summary>The one to ask for: an app where its codes count, else the passkey; none where the account has neither.</summary>
    public async Task<StrongFactor> OfAsync(Account account, CancellationToken ct)
    {
        if (account.TotpSealed is not null && !account.NeedsStrongFactor) return StrongFactor.App;
        if (await HasPasskeyAsync(account.Id, ct)) return StrongFactor.Passkey;
        return account.TotpSealed is null ? StrongFactor.None : StrongFactor.App;
    }

    /// <summary>Codes of an app can be phished, passkeys cannot: once there is one, it alone counts for those who sign.</summary>
    public async Task<bool> PasskeyAloneCountsAsync(Account account, CancellationToken ct) => account.NeedsStrongFactor && await HasPasskeyAsync(account.Id, ct);

    /// <summary>
    /// A passkey is what such an account is meant to have; codes of an app are taken until it does. Accounts of the demo are left in peace:
    /// many people share each, and the first passkey would lock the others out.
    /// </summary>
    public async Task<bool> PasskeyIsAskedAsync(Account account, CancellationToken ct) => account is { NeedsStrongFactor: true, IsDemo: false } && !await HasPasskeyAsync(account.Id, ct);

    private async Task<bool> HasPasskeyAsync(Guid accountId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.UserPasskeys.AnyAsync(p => p.UserId == accountId, ct);
    }
}

internal enum StrongFactor
{
    None,
    App,
    Passkey,
}
