using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Notifications;

/// <summary>Absolute links of the current regency, from the configured origin and never from a request.</summary>
internal sealed class RegencyAddress(IOptions<PlatformOptions> platform, CurrentRegency current)
{
    public Uri For(string path)
    {
        var origin = new Uri(platform.Value.PublicOrigin);
        return new UriBuilder(origin) { Host = $"{current.Value.Slug}.{origin.Host}", Path = path }.Uri;
    }
}
