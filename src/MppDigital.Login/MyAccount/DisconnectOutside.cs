using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Outside;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>The outside identity provider no longer opens this account, until its owner connects it again or shows their face there.</summary>
public sealed record DisconnectOutside(HttpContext Http, string? Password);

internal sealed class DisconnectOutsideHandler(Owner owner, OutsideLinks links, IDbContextFactory<LoginDbContext> contexts, AccountNotices notices, TimeProvider clock) : IUseCase<DisconnectOutside, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DisconnectOutside input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        // The password is what would be left: whoever has none cannot give the outside way up.
        if (await owner.DoubtAsync(account, input.Password, "password", ct) is { } doubt) return doubt;
        if (!await links.RemoveAsync(account.Id, ct)) return new Done();
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.OutsideUnbound, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await notices.SendAsync(account, "OutsideUnbound", ct);
        return new Done();
    }
}
