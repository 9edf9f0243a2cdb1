using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>Ten new recovery codes; those printed before no longer work.</summary>
public sealed record RenewRecoveryCodes(HttpContext Http, string? Code);

internal sealed class RenewRecoveryCodesHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts, SecondFactors factors, RecoveryCodes recovery, TimeProvider clock) : IUseCase<RenewRecoveryCodes, NewRecoveryCodes>
{
    public async Task<Outcome<NewRecoveryCodes>> HandleAsync(RenewRecoveryCodes input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        var shown = await factors.ShowAsync(account, input.Code, ct);
        if (!shown.Succeeded) return Problems.Invalid(new() { ["/code"] = [AccountTexts.AppCode] });

        await using var db = await contexts.CreateDbContextAsync(ct);
        var codes = await recovery.RenewAsync(db, account, ct);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.RecoveryCodesMade, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        return new NewRecoveryCodes(codes);
    }
}
