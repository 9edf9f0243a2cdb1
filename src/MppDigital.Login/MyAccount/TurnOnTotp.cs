using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>The first code of the app shows that it took the secret; from now on one is asked for at each sign-in.</summary>
/// <param name="Sealed">From <see cref="TotpOffer"/>.</param>
public sealed record TurnOnTotp(HttpContext Http, string? Sealed, string? Code, string? Password);

/// <param name="Codes">Shown this once.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes);

internal sealed class TurnOnTotpHandler(
    Owner owner,
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    RecoveryCodes recovery,
    AccountNotices notices,
    TimeProvider clock) : IUseCase<TurnOnTotp, NewRecoveryCodes>
{
    public async Task<Outcome<NewRecoveryCodes>> HandleAsync(TurnOnTotp input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        // Whoever has one already must turn it off first, which takes a code of it.
        if (found.Value.Account!.TotpSealed is not null) return Problems.TotpIsOn;
        if (await seal.OpenOfferAsync(found.Value.Account!, input.Sealed, ct) is not { } secret) return Problems.SignInExpired;
        if (await owner.DoubtAsync(found.Value.Account!, input.Password, "password", ct) is { } doubt) return doubt;
        var code = string.Concat((input.Code ?? "").Where(char.IsAsciiDigit));
        if (Totp.Match(secret, code, 0, clock.GetUtcNow()) is not { } step) return Problems.Invalid(new() { ["/code"] = [AccountTexts.AppCode] });

        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == found.Value.AccountId, ct);
        account.UseTotp(await seal.SealSecretAsync(secret, ct), step);
        var codes = await recovery.RenewAsync(db, account, ct);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.TotpOn, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        // This browser has just shown both.
        await db.Sessions.Where(s => s.Id == found.Value.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.HasSecondFactor, true).SetProperty(x => x.Methods, SignInMethods.PasswordAndCode), ct);
        await notices.SendAsync(account, "TotpOn", ct);
        return new NewRecoveryCodes(codes);
    }
}
