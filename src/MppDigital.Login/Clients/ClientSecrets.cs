using System.Security.Cryptography;
using System.Text;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Clients;

/// <summary>
/// Each client's secret is derived from the login's own key: 516 secrets need no table, no file and no distribution, and every node
/// knows the same ones.
/// </summary>
public sealed class ClientSecrets
{
    private readonly LoginCipher cipher;

    internal ClientSecrets(LoginCipher cipher) => this.cipher = cipher;

    public async ValueTask<string> ForAsync(string clientId, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("client-secret", clientId);

    public async ValueTask<bool> MatchesAsync(string clientId, string secret, CancellationToken ct) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(await ForAsync(clientId, ct)), Encoding.UTF8.GetBytes(secret));
}
