using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MppDigital.Web.Components.Accent;
using MppDigital.Web.Components.Assets;

namespace MppDigital.Web.Components.Installed;

/// <summary>The service worker of a regency's host: the script with the addresses of this version's shell.</summary>
internal static class WorkerScript
{
    public const string Path = "/sw.js";

    /// <summary>Shown for a page that was never seen before the signal was lost.</summary>
    public const string OfflinePage = "/luring";

    /// <summary>Shown when a form was kept.</summary>
    public const string KeptPage = "/luring/tersimpan";

    public static string For(AccentSheet accent)
    {
        string[] shell = [OfflinePage, KeptPage, WebAssets.PathOf("mpp.css"), accent.Asset.Path, WebAssets.PathOf("pasang.js"), WebAssets.PathOf("tanda.svg"), AppManifest.IconPath];
        var list = JsonSerializer.Serialize(shell);
        var script = Encoding.UTF8.GetString(WebAssets.Of("sw.js").Content);
        // A new version keeps a new shell; browsers ask for this script at every visit and notice one changed byte.
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script + list)))[..12];
        return script.Replace("__SHELL__", list, StringComparison.Ordinal).Replace("__VERSION__", version, StringComparison.Ordinal);
    }
}
