using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>The codes that went to the new number and address make them count; the old ones are told.</summary>
public sealed record ConfirmContactChange(HttpContext Http, string? Handle, string? PhoneCode, string? EmailCode);

internal sealed class ConfirmContactChangeHandler(
    Owner owner,
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Confirmations confirmations,
    AccountNotices notices,
    TimeProvider clock) : IUseCase<ConfirmContactChange, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ConfirmContactChange input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var proven = await confirmations.ProveAsync<ContactContent>(input.Handle, ConfirmationPurpose.ChangeContact, input.PhoneCode, input.EmailCode, ct);
        if (!proven.Succeeded) return proven.Problem;
        // The cookie could come from a browser in which somebody else was signed in a moment ago.
        if (proven.Value.AccountId != found.Value.AccountId) return Problems.CodesOver;

        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == found.Value.AccountId, ct);
        var before = await seal.OpenAsync(account, ct);
        var (phone, email) = (proven.Value.Content.Phone, proven.Value.Content.Email);
        account.ChangeContact(await seal.LookupOfPhoneAsync(phone, ct), await seal.SealAsync(before with { Phone = phone, Email = email }, ct));
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.ContactChanged, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        notices.Send(before, "ContactChanged");
        return new Done();
    }
}
