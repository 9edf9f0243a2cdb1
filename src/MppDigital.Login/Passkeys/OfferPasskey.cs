using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using MppDigital.Login.Accounts;
using MppDigital.Login.MyAccount;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Passkeys;

/// <summary>What the browser needs to make a passkey for the signed-in person.</summary>
public sealed record OfferPasskey(HttpContext Http);

/// <param name="Options">JSON for the browser.</param>
/// <param name="Handle">For <see cref="Sessions.ConfirmationCookie"/>.</param>
public sealed record PasskeyOffer(string Options, string Handle);

internal sealed class OfferPasskeyHandler(Owner owner, IPasskeyHandler<Account> passkeys, PasskeyStates states) : IUseCase<OfferPasskey, PasskeyOffer>
{
    public async Task<Outcome<PasskeyOffer>> HandleAsync(OfferPasskey input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        // A passkey shows this name in the device's own list: never the NIK, for other people look at the same screen.
        var name = account.Kind == AccountKind.Staff ? account.UserName! : "MPP Digital";
        var options = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = name, DisplayName = name }, input.Http);
        var kept = await states.KeepAsync(options.AttestationState ?? "", account.Id, ct);
        return kept.Succeeded ? new PasskeyOffer(options.CreationOptionsJson, kept.Value) : kept.Problem;
    }
}
