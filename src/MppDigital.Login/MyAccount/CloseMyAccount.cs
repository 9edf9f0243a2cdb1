using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>
/// The citizen closes the account: what the login holds of the person is erased and the NIK is free again. Applications and issued
/// documents stay with the regencies as long as archive law asks (UU 27/2022 article 16 (2) g and article 43 allow what law requires).
/// </summary>
public sealed record CloseMyAccount(HttpContext Http, string? Password);

internal sealed class CloseMyAccountHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, SessionEnding ending, AccountNotices notices, TimeProvider clock) : IUseCase<CloseMyAccount, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CloseMyAccount input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        // Staff leave by decision of their office, not by their own.
        if (found.Value.Account!.Kind != AccountKind.Citizen) return Problems.StaffCannotClose;
        if (await owner.DoubtAsync(found.Value.Account!, input.Password, "password", ct) is { } doubt) return doubt;

        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == found.Value.AccountId, ct);
        var person = await seal.OpenAsync(account, ct);
        await ending.EndAllAsync(account.Id, except: null, ct);
        account.Close(await seal.SealAsync(PersonalData.Nobody, ct));
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.Closed, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.KnownDevices.Where(d => d.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.UserPasskeys.Where(p => p.UserId == account.Id).ExecuteDeleteAsync(ct);
        notices.Send(person, "Closed");
        return new Done();
    }
}
