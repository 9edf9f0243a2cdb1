using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using MppDigital.Platform.Secrets;

namespace MppDigital.Connectors.Messages;

/// <summary>
/// The key that each regency shares with the gateway: <c>Connectors:Messages:Keys:1375</c>. In Development, where none is set, it derives from the
/// installation's own key, so that the simulator and the regencies agree without storing any.
/// </summary>
public sealed class MessageKeys
{
    private readonly IConfigurationSection configured;
    private readonly byte[]? demo;

    /// <param name="master">Null in a process that has none: then invented keys last as long as it does.</param>
    internal MessageKeys(IConfiguration configuration, MasterKey? master, bool invents)
    {
        configured = configuration.GetSection("Connectors:Messages:Keys");
        demo = invents ? master?.Derive("demo-message-gateway") ?? RandomNumberGenerator.GetBytes(32) : null;
    }

    /// <summary>Null where there is no agreement.</summary>
    public string? Find(string account) =>
        configured[account] is { Length: >= 32 } own ? own
        : demo is not null ? Base64Url.EncodeToString(HMACSHA256.HashData(demo, Encoding.UTF8.GetBytes(account)))
        : null;
}
