using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MppDigital.Login.Outside;

/// <summary>Proves to the outside provider that we are its client: <c>private_key_jwt</c> signed with ES512 (RFC 7523; OpenID Connect Core, 9).</summary>
internal sealed class OutsideKey(IOptions<OutsideOptions> options, TimeProvider clock) : IDisposable
{
    private const int Bits = 521;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly Lazy<ECDsa> key = new(() => Open(options.Value));

    /// <summary>What is wrong with the configured key; null when it can be used.</summary>
    public static string? FaultOf(OutsideOptions options)
    {
        if (options.KeyFile.Length == 0 && options.Key.Length == 0) return "Login:Outside:KeyFile is missing: name a file with our private key (PKCS #8 in PEM, curve P-521).";
        try
        {
            using var opened = Open(options);
            // Throws where only the public half is there.
            opened.ExportParameters(includePrivateParameters: true);
            return opened.KeySize == Bits ? null : $"Login:Outside:KeyFile: ES512 needs a key on the curve P-521, this one has {opened.KeySize} bits.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Login:Outside:KeyFile: {options.KeyFile} cannot be read.";
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return "Login:Outside:KeyFile: expected a private key, PKCS #8 in PEM without a password, curve P-521.";
        }
    }

    /// <summary>Good for two minutes and, by its <c>jti</c>, for one request.</summary>
    public string Assertion()
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var known = options.Value;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object>
            {
                ["iss"] = known.ClientId,
                ["sub"] = known.ClientId,
                ["aud"] = known.AssertionAudience.Length > 0 ? known.AssertionAudience : known.Issuer,
                ["jti"] = Guid.NewGuid().ToString("N"),
                ["iat"] = now,
                ["exp"] = now + (long)Lifetime.TotalSeconds,
            },
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key.Value) { KeyId = known.KeyId.Length > 0 ? known.KeyId : null }, SecurityAlgorithms.EcdsaSha512),
        });
    }

    public void Dispose()
    {
        if (key.IsValueCreated) key.Value.Dispose();
    }

    private static ECDsa Open(OutsideOptions options)
    {
        var pair = ECDsa.Create();
        pair.ImportFromPem(options.KeyFile.Length > 0 ? File.ReadAllText(options.KeyFile) : options.Key);
        return pair;
    }
}
