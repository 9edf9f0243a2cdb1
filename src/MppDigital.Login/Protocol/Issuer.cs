using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Login.Protocol;

/// <summary>The name in every token: the origin of the login host, constant whatever a request says of its host.</summary>
internal sealed class Issuer(IOptions<PlatformOptions> platform)
{
    public string Origin => platform.Value.OriginOf("login");

    public string At(string path) => Origin + path;
}
