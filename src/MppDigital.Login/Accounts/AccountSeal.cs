using System.Text.Json;
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
}
