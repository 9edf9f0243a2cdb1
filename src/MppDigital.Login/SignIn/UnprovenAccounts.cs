using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;

namespace MppDigital.Login.SignIn;

/// <summary>An account that nobody has confirmed gives way to the person whom somebody did confirm.</summary>
internal sealed class UnprovenAccounts(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, AccountNotices notices, SessionEnding ending, TimeProvider clock)
{
    public async Task CloseAsync(string nikLookup, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.FirstOrDefaultAsync(a => a.NikLookup == nikLookup && a.Proof == ProofOfPerson.Open, ct) is not { } unproven) return;
        await notices.SendAsync(unproven, "TakenOver", ct);
        unproven.Close(await seal.SealAsync(PersonalData.Nobody, ct));
        db.AccountEvents.Add(AccountEvent.Of(unproven.Id, AccountEvents.PersonRefuted, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await ending.EndAllAsync(unproven.Id, except: null, ct);
    }
}
