using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Login.Accounts;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Outside;

/// <summary>Which outside person is which account: rows of the framework's own table of external logins, with the outside <c>sub</c> as a keyed hash.</summary>
internal sealed class OutsideLinks(IDbContextFactory<LoginDbContext> contexts, LoginCipher cipher, IOptions<OutsideOptions> options)
{
    private const string Provider = "outside";

    public async Task<Account?> FindAsync(string sub, CancellationToken ct)
    {
        var key = await KeyAsync(sub, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        // A closed account gave its NIK free, and its outside person with it.
        return await db.UserLogins.Where(l => l.LoginProvider == Provider && l.ProviderKey == key)
            .Join(db.Accounts, l => l.UserId, a => a.Id, (_, a) => a).AsNoTracking().FirstOrDefaultAsync(a => a.Standing != AccountStanding.Closed, ct);
    }

    public async Task<bool> HasAsync(Guid accountId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.UserLogins.AnyAsync(l => l.LoginProvider == Provider && l.UserId == accountId, ct);
    }

    /// <summary>Saved by the caller, with whatever else belongs to it. An account has one outside person, and an outside person one account: what stood there before gives way.</summary>
    public async Task AddAsync(LoginDbContext db, Guid accountId, string sub, CancellationToken ct)
    {
        var key = await KeyAsync(sub, ct);
        await db.UserLogins.Where(l => l.LoginProvider == Provider && (l.ProviderKey == key || l.UserId == accountId)).ExecuteDeleteAsync(ct);
        db.UserLogins.Add(new IdentityUserLogin<Guid> { LoginProvider = Provider, ProviderKey = key, UserId = accountId });
    }

    public async Task<bool> RemoveAsync(Guid accountId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.UserLogins.Where(l => l.LoginProvider == Provider && l.UserId == accountId).ExecuteDeleteAsync(ct) > 0;
    }

    private async ValueTask<string> KeyAsync(string sub, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("outside-sub", $"{options.Value.Issuer}\n{sub}");
}
