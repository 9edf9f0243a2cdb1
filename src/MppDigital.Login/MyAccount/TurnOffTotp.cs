using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>Takes password and a code: whoever holds only one of the two cannot weaken the account.</summary>
/// <param name="Code">Of the app, or a recovery code.</param>
public sealed record TurnOffTotp(HttpContext Http, string? Password, string? Code);

internal sealed class TurnOffTotpHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts, SecondFactors factors, AccountNotices notices, TimeProvider clock) : IUseCase<TurnOffTotp, Done>
{
    public async Task<Outcome<Done>> HandleAsync(TurnOffTotp input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == found.Value.AccountId, ct);
        if (account.TotpSealed is null) return new Done();
        if (account.NeedsStrongFactor && !await db.UserPasskeys.AnyAsync(p => p.UserId == account.Id, ct)) return Problems.StrongFactorNeeded;
        if (await owner.DoubtAsync(account, input.Password, "password", ct) is { } doubt) return doubt;
        var shown = await factors.ShowAsync(account, input.Code, ct);
        if (!shown.Succeeded) return Problems.Invalid(new() { ["/code"] = [AccountTexts.AppCode] });

        account.StopTotp();
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.TotpOff, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id && !c.ForFirstUse).ExecuteDeleteAsync(ct);
        await notices.SendAsync(account, "TotpOff", ct);
        return new Done();
    }
}
