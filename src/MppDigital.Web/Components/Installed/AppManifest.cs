using System.Globalization;
using System.Text;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Components.Accent;

namespace MppDigital.Web.Components.Installed;

/// <summary>Web Application Manifest (W3C) of a regency: its name, its colour and its sign in that colour.</summary>
internal static class AppManifest
{
    public const string Path = "/manifest.webmanifest";

    public const string IconPath = "/ikon.svg";

    public static IReadOnlyList<int> Sizes { get; } = [192, 512];

    public static string PngPath(int size) => string.Create(CultureInfo.InvariantCulture, $"/ikon-{size}.png");

    public static object Of(Regency regency, AccentSheet accent) => new
    {
        id = "/",
        name = $"MPP Digital {regency.Name}",
        // Twelve letters or so fit below an icon.
        short_name = regency.Name.Split(' ', 2)[^1] is { Length: <= 12 } brief ? $"MPP {brief}" : "MPP Digital",
        lang = "id",
        dir = "ltr",
        start_url = "/",
        scope = "/",
        display = "standalone",
        theme_color = accent.Palette.Deep,
        background_color = Palette.White,
        icons = Sizes.Select(size => new { src = PngPath(size), sizes = $"{size}x{size}", type = "image/png", purpose = "any maskable" }).Prepend(new { src = IconPath, sizes = "any", type = "image/svg+xml", purpose = "any" }),
    };

    public static string Svg(AccentSheet accent)
    {
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 46 46\"><rect width=\"46\" height=\"46\" rx=\"8\" fill=\"{accent.Palette.Deep}\"/><path fill=\"{accent.Palette.Bright}\" d=\"");
        foreach (var petal in IconShape.Petals)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{petal[0].X} {petal[0].Y}");
            foreach (var (x, y) in petal.Skip(1)) svg.Append(CultureInfo.InvariantCulture, $"L{x} {y}");
            svg.Append('z');
        }

        return svg.Append("\"/><circle cx=\"23\" cy=\"23\" r=\"2.6\" fill=\"#fff\"/></svg>").ToString();
    }
}
