using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Outside;
using MppDigital.Login.Protocol;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>A new password; every other browser is signed out.</summary>
public sealed record ChangeMyPassword(HttpContext Http, string? Current, string? Password);

internal sealed class ChangeMyPasswordHandler(
    Owner owner,
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Passwords passwords,
    SessionEnding ending,
    AccountNotices notices,
    TimeProvider clock) : IUseCase<ChangeMyPassword, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ChangeMyPassword input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        var person = await seal.OpenAsync(account, ct);
        if (PasswordRules.Fault(input.Password, person) is { } weak) return Problems.Invalid(new() { ["/password"] = [weak] });
        // Whoever has none yet, because the outside provider opened the account, has just shown their face there.
        if (account.PasswordHash is null && !owner.HasJustShownFace(found.Value)) return OutsideProblems.FaceAgain;
        if (account.PasswordHash is not null && await owner.DoubtAsync(account, input.Current, "current", ct) is { } doubt) return doubt;
        var hash = await passwords.HashAsync(input.Password!, ct);
        if (!hash.Succeeded) return hash.Problem;

        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash.Value), ct);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.PasswordChanged, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await ending.EndAllAsync(account.Id, except: found.Value.Id, ct);
        notices.Send(person, "PasswordChanged");
        return new Done();
    }
}
