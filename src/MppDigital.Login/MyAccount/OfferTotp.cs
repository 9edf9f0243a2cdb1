using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>A secret for an authenticator app; nothing changes before its first code is typed (<see cref="TurnOnTotp"/>).</summary>
public sealed record OfferTotp(HttpContext Http, string? Sealed);

/// <param name="Sealed">Goes through the form and back; opens only here.</param>
/// <param name="Secret">For typing, in groups of four.</param>
/// <param name="Address">For the QR code: <c>otpauth://totp/…</c>, as authenticator apps read it. Holds no NIK.</param>
public sealed record TotpOffer(string Sealed, string Secret, string Address);

internal sealed class OfferTotpHandler(Owner owner, AccountSeal seal) : IUseCase<OfferTotp, TotpOffer>
{
    public async Task<Outcome<TotpOffer>> HandleAsync(OfferTotp input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        // After a wrong code the same secret is shown again: it is in the app already.
        var given = await seal.OpenOfferAsync(account, input.Sealed, ct);
        var secret = given ?? Totp.NewSecret();
        var text = Totp.Base32(secret);
        var label = Uri.EscapeDataString(account.Kind == AccountKind.Staff ? account.UserName! : "Akun warga");
        return new TotpOffer(
            given is null ? WebEncoders.Base64UrlEncode(await seal.SealOfferAsync(account, secret, ct)) : input.Sealed!,
            string.Join(' ', text.Chunk(4).Select(c => new string(c))),
            $"otpauth://totp/MPP%20Digital:{label}?secret={text}&issuer=MPP%20Digital");
    }
}
