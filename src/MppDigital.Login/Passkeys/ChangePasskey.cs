using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.MyAccount;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Passkeys;

/// <summary>Gives a passkey another name, or removes it, which takes the password.</summary>
/// <param name="Name">Null to remove it.</param>
public sealed record ChangePasskey(HttpContext Http, string? Id, string? Name, string? Password);

internal sealed class ChangePasskeyHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts, AccountNotices notices, TimeProvider clock) : IUseCase<ChangePasskey, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ChangePasskey input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = await db.UserPasskeys.Where(p => p.UserId == account.Id).OrderBy(p => p.CredentialId).Take(50).ToListAsync(ct);
        if (mine.Find(p => WebEncoders.Base64UrlEncode(p.CredentialId) == input.Id) is not { } passkey) return Problems.PasskeyGone;
        if (input.Name is not null)
        {
            var name = input.Name.Trim();
            if (name.Length is < 1 or > AddPasskeyHandler.LongestName || !UnicodeText.IsPlain(name)) return Problems.Invalid(new() { ["/name"] = [AccountTexts.PasskeyName] });
            passkey.Data.Name = name;
            await db.SaveChangesAsync(ct);
            return new Done();
        }

        if (account is { NeedsStrongFactor: true, TotpSealed: null } && mine.Count == 1) return Problems.StrongFactorNeeded;
        if (await owner.DoubtAsync(account, input.Password, "password", ct) is { } doubt) return doubt;
        db.UserPasskeys.Remove(passkey);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.PasskeyRemoved, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await notices.SendAsync(account, "PasskeyRemoved", ct);
        return new Done();
    }
}
