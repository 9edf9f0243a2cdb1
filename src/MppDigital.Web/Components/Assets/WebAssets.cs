namespace MppDigital.Web.Components.Assets;

/// <summary>
/// Everything under <c>wwwroot</c>, embedded in the program, so that pages look the same from whichever directory it is started.
/// <c>WebAssets.PathOf("mpp.css")</c> is <c>/mpp-1a2b….css</c>.
/// </summary>
internal static class WebAssets
{
    private const string Prefix = "wwwroot/";

    private static readonly Dictionary<string, HashedAsset> ByName = Read();
    private static readonly Dictionary<string, HashedAsset> ByPath = ByName.Values.ToDictionary(a => a.Path, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static string PathOf(string name) => ByName[name].Path;

    public static HashedAsset Of(string name) => ByName[name];

    public static HashedAsset? Find(string path) => ByPath.GetValueOrDefault(path);

    private static Dictionary<string, HashedAsset> Read()
    {
        var assembly = typeof(WebAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var extension = System.IO.Path.GetExtension(n);
            return HashedAsset.From(n[Prefix.Length..^extension.Length], extension, TypeOf(extension), content);
        });
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".webmanifest" => "application/manifest+json",
        _ => throw new InvalidOperationException($"wwwroot holds a file of the unknown type {extension}."),
    };
}
