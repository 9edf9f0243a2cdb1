using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MppDigital.Platform.Secrets;

namespace MppDigital.Connectors.Qris;

/// <summary>
/// Invented agreements with the simulated provider, one per regency of the demo. Their secrets derive from the installation's own key, so that the
/// simulator, the regencies and the file of demo accounts agree without storing any.
/// </summary>
/// <param name="master">Null in a process that has none: then the secrets last as long as it does.</param>
public sealed class DemoMerchants(MasterKey? master)
{
    private readonly byte[] key = master?.Derive("demo-payment-provider") ?? RandomNumberGenerator.GetBytes(32);

    /// <param name="id">Under which the provider knows the merchant: the regency's code, such as <c>1375</c>.</param>
    public QrisMerchant Find(string id) => new(id, $"ID{id.PadLeft(13, '0')}", Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(id))));
}
