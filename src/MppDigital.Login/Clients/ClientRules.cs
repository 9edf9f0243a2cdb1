using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace MppDigital.Login.Clients;

/// <summary>What a registration must fulfil before the login trusts it.</summary>
internal static partial class ClientRules
{
    private const int LongestAddress = 300;

    private const int MostAddresses = 20;

    private const int ShortestRsaKey = 2048;

    private static readonly string[] Reserved = ["regency-", "demo-"];

    /// <param name="codeOf">The four digits of a regency, or null when there is none.</param>
    public static Dictionary<string, string[]> Check(ClientRegistration asked, Func<string, string?> codeOf)
    {
        var errors = new Dictionary<string, string[]>();
        void Refuse(string field, string remedy) => errors.TryAdd(field, [remedy]);

        if (asked.Id is not { } id || !IdShape().IsMatch(id)) Refuse("/id", "Isi 3 sampai 60 huruf kecil, angka, atau tanda hubung.");
        else if (id is ClientDirectory.Portal or ClientDirectory.Ministry || Reserved.Any(r => id.StartsWith(r, StringComparison.Ordinal))) Refuse("/id", "Nama ini milik MPP Digital. Pilih nama lain.");
        if (asked.Name?.Trim() is not { Length: >= 3 and <= 100 } name || name.Any(char.IsControl)) Refuse("/name", "Isi nama yang dibaca orang saat masuk, 3 sampai 100 karakter.");
        if (!ClientRegistration.Proofs.TryGetValue(asked.Authentication ?? "", out var proof)) Refuse("/authentication", "Pilih client_secret, private_key_jwt, atau none.");
        if (asked.IdTokenAlgorithm is not (null or "ES256" or "RS256")) Refuse("/idTokenAlgorithm", "Pilih ES256 atau RS256.");
        var scopes = asked.SystemOfRegency is null ? Scopes.All : Scopes.OfSystems;
        if (asked.Scopes?.FirstOrDefault(s => !scopes.Contains(s)) is { } scope) Refuse("/scopes", $"Scope '{scope}' tidak ada. Pilih dari {string.Join(' ', scopes)}.");
        else if (asked is { SystemOfRegency: not null, Scopes: { } given } && !given.Contains(Scopes.Api)) Refuse("/scopes", $"Sistem memerlukan {Scopes.Api}.");

        CheckAddresses("/redirectUris", asked.RedirectUris);
        CheckAddresses("/postLogoutRedirectUris", asked.PostLogoutRedirectUris);
        if (asked.BackchannelLogoutUri is { } notice) CheckAddresses("/backchannelLogoutUri", [notice]);
        if (asked.SystemOfRegency is { } code)
        {
            if (codeOf(code) != code) Refuse("/systemOfRegency", "Isi empat angka kode daerah, misalnya 1375.");
            if (asked.RedirectUris is { Count: > 0 }) Refuse("/redirectUris", "Sistem tidak memasukkan orang, jadi tidak punya alamat kembali.");
            if (proof == ClientProof.None) Refuse("/authentication", "Sistem harus membuktikan diri: client_secret atau private_key_jwt.");
        }
        else if (asked.RedirectUris is not { Count: > 0 })
        {
            Refuse("/redirectUris", "Isi sedikitnya satu alamat kembali.");
        }

        if (proof == ClientProof.PrivateKey && !HasPublicKeys(asked.Jwks)) Refuse("/jwks", "Isi kunci publik: EC P-256 atau RSA 2048 bit ke atas, tanpa bagian rahasia.");
        else if (proof != ClientProof.PrivateKey && asked.Jwks is not null) Refuse("/jwks", "Kunci hanya untuk private_key_jwt.");
        return errors;

        void CheckAddresses(string field, IReadOnlyList<string>? addresses)
        {
            if (addresses is { Count: > MostAddresses }) Refuse(field, $"Paling banyak {MostAddresses} alamat.");
            if (addresses?.FirstOrDefault(a => !IsExactAddress(a)) is { } wrong) Refuse(field, $"'{wrong}' harus alamat https lengkap, atau http ke 127.0.0.1, tanpa fragmen.");
        }
    }

    /// <summary>RFC 6749, 3.1.2 and RFC 8252, 8.3: absolute, without fragment, plain http to this device alone.</summary>
    private static bool IsExactAddress(string? address) =>
        address is { Length: > 0 and <= LongestAddress }
        && !address.Any(c => c is <= ' ' or > '~' or '#' or '\\' or '*')
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.Host is "127.0.0.1" or "[::1]"));

    private static bool HasPublicKeys(JsonElement? jwks)
    {
        if (jwks is not { ValueKind: JsonValueKind.Object } given) return false;
        try
        {
            var keys = new JsonWebKeySet(given.GetRawText()).Keys;
            return keys.Count is > 0 and <= 10 && keys.All(k => !k.HasPrivateKey && k.K is null && (k is { Kty: JsonWebAlgorithmsKeyTypes.EllipticCurve, Crv: "P-256" } || (k.Kty == JsonWebAlgorithmsKeyTypes.RSA && k.KeySize >= ShortestRsaKey)));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$")]
    private static partial Regex IdShape();
}
