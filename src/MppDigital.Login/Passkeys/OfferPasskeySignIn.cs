using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using MppDigital.Login.Accounts;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Passkeys;

/// <summary>A challenge for whichever passkey the person picks; it names nobody, so it tells nobody who has an account.</summary>
public sealed record OfferPasskeySignIn(HttpContext Http);

internal sealed class OfferPasskeySignInHandler(IPasskeyHandler<Account> passkeys, PasskeyStates states) : IUseCase<OfferPasskeySignIn, PasskeyOffer>
{
    public async Task<Outcome<PasskeyOffer>> HandleAsync(OfferPasskeySignIn input, CancellationToken ct)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, input.Http);
        var kept = await states.KeepAsync(options.AssertionState ?? "", null, ct);
        return kept.Succeeded ? new PasskeyOffer(options.RequestOptionsJson, kept.Value) : kept.Problem;
    }
}
