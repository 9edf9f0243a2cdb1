using Microsoft.AspNetCore.Http;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>A new phone number or e-mail address: codes go to the new ones, and nothing changes before they are typed.</summary>
/// <param name="Email">Empty for none.</param>
public sealed record BeginContactChange(HttpContext Http, string? Phone, string? Email, string? Password);

/// <param name="Handle">For <see cref="Sessions.ConfirmationCookie"/>.</param>
public sealed record ContactChangeBegun(string Handle);

internal sealed class BeginContactChangeHandler(Owner owner, AccountSeal seal, Confirmations confirmations) : IUseCase<BeginContactChange, ContactChangeBegun>
{
    public async Task<Outcome<ContactChangeBegun>> HandleAsync(BeginContactChange input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        var faults = new Dictionary<string, string[]>();
        var email = (input.Email ?? "").Trim();
        if (!IndonesianPhone.TryNormalize(input.Phone, out var phone) || !IndonesianPhone.TakesMessages(phone)) faults["/phone"] = [AccountTexts.Phone];
        if (email.Length > 0 && !RegisterAccountHandler.IsEmail(email)) faults["/email"] = [AccountTexts.Email];
        if (faults.Count > 0) return Problems.Invalid(faults);
        if (await owner.DoubtAsync(account, input.Password, "password", ct) is { } doubt) return doubt;

        var before = await seal.OpenAsync(account, ct);
        var content = new ContactContent(phone!, email.Length > 0 ? email : null);
        var to = new CodeTargets(phone == before.Phone ? null : phone, content.Email == before.Email ? null : content.Email);
        if (to is { Phone: null, Email: null } && content.Email is not null) return Problems.Invalid(new() { ["/phone"] = [AccountTexts.ContactSame] });
        var begun = await confirmations.BeginAsync(ConfirmationPurpose.ChangeContact, account.Id, content, to, ct);
        return begun.Succeeded ? new ContactChangeBegun(begun.Value) : begun.Problem;
    }
}

internal sealed record ContactContent(string Phone, string? Email);
