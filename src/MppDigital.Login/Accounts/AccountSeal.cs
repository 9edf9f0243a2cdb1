using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Accounts;

/// <summary>Seals and opens what an account holds of a person.</summary>
internal sealed class AccountSeal(LoginCipher cipher)
{
    private const string DataPurpose = "account-data";

    private const string TotpPurpose = "account-totp";

    public async ValueTask<byte[]> SealAsync(PersonalData person, CancellationToken ct) =>
        (await cipher.OpenAsync(ct)).Encrypt(DataPurpose, JsonSerializer.SerializeToUtf8Bytes(person));

    public async ValueTask<PersonalData> OpenAsync(Account account, CancellationToken ct) =>
        JsonSerializer.Deserialize<PersonalData>((await cipher.OpenAsync(ct)).DecryptBytes(DataPurpose, account.Sealed))
        ?? throw new InvalidOperationException("A sealed account holds nothing.");

    public async ValueTask<byte[]> SealSecretAsync(byte[] secret, CancellationToken ct) => (await cipher.OpenAsync(ct)).Encrypt(TotpPurpose, secret);

    public async ValueTask<byte[]> OpenSecretAsync(byte[] sealedSecret, CancellationToken ct) => (await cipher.OpenAsync(ct)).DecryptBytes(TotpPurpose, sealedSecret);

    public async ValueTask<string> LookupOfNikAsync(string nik, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("nik", nik);

    /// <param name="phone">International form.</param>
    public async ValueTask<string> LookupOfPhoneAsync(string phone, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("phone", phone);

    public async ValueTask<string> HashRecoveryCodeAsync(Account account, string code, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("recovery-code", $"{account.Id} {code}");

    public async ValueTask<byte[]> SealRequestAsync<T>(T content, CancellationToken ct) => (await cipher.OpenAsync(ct)).Encrypt("account-request", JsonSerializer.SerializeToUtf8Bytes(content));

    public async ValueTask<T> OpenRequestAsync<T>(AccountRequest request, CancellationToken ct) =>
        JsonSerializer.Deserialize<T>((await cipher.OpenAsync(ct)).DecryptBytes("account-request", request.Sealed)) ?? throw new InvalidOperationException("A sealed request holds nothing.");

    public async ValueTask<byte[]> SealOfferAsync(Account account, byte[] secret, CancellationToken ct) => (await cipher.OpenAsync(ct)).Encrypt($"totp-offer {account.Id}", secret);

    /// <summary>Null when it was not sealed here, for this account.</summary>
    public async ValueTask<byte[]?> OpenOfferAsync(Account account, string? offered, CancellationToken ct)
    {
        if (offered is not { Length: > 0 and < 500 }) return null;
        try
        {
            return (await cipher.OpenAsync(ct)).DecryptBytes($"totp-offer {account.Id}", WebEncoders.Base64UrlDecode(offered));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
