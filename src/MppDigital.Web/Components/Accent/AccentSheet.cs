using System.Globalization;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Components.Assets;

namespace MppDigital.Web.Components.Accent;

/// <summary>The stylesheet that makes a page its regency's: seven colours and a motif.</summary>
public sealed class AccentSheet
{
    // Hues from 55 to 355 degrees in steps of 5: reds stay free for errors and the flag.
    private const int Hues = 60;
    private const double FirstHue = 55;
    private const double HueStep = 5;
    private const double BrandChroma = .115;

    private static readonly Lazy<AccentSheet>[] Cache = [.. Enumerable.Range(0, Hues * Motif.All.Count)
        .Select(i => new Lazy<AccentSheet>(() => new AccentSheet(Oklch.FromDegrees(.5, BrandChroma, FirstHue + (i % Hues * HueStep)), Motif.All[i / Hues])))];

    private static readonly Lazy<Dictionary<string, AccentSheet>> ByPath = new(() => Cache.Select(c => c.Value).Append(National!).DistinctBy(s => s.Asset.Path).ToDictionary(s => s.Asset.Path, StringComparer.Ordinal));

    private AccentSheet(Oklch brand, Motif motif)
    {
        Palette = Palette.From(brand);
        Motif = motif;
        Asset = HashedAsset.FromText("accent", ".css", "text/css", ToCss());
    }

    /// <summary>Portal, login and ministry.</summary>
    public static AccentSheet National { get; } = new(Oklch.Parse("#3454a4"), Motif.Kawung);

    public Palette Palette { get; }

    public Motif Motif { get; }

    public HashedAsset Asset { get; }

    /// <summary>What a regency wears before it chooses: derived from its code, so that neighbours differ and nothing is stored.</summary>
    public static AccentSheet DefaultFor(Regency regency)
    {
        var number = int.Parse(regency.Code.Code4, CultureInfo.InvariantCulture);
        // The golden ratio spreads consecutive codes evenly over the circle.
        var hue = (int)(((number * .6180339887) + .615) % 1 * Hues);
        var motif = regency.ProvinceCode == "13" ? Motif.Rebung : (number % 2) == 0 ? Motif.Ombak : Motif.Kawung;
        return Cache[(Motif.All.Index().First(m => m.Item == motif).Index * Hues) + hue].Value;
    }

    public static AccentSheet? Find(string path) => ByPath.Value.GetValueOrDefault(path);

    private string ToCss() =>
        $":root{{--a:{Palette.Accent};--a-deep:{Palette.Deep};--a-bright:{Palette.Bright};--a-soft:{Palette.Soft};{Motif.ToCss()}}}" +
        $"@media(prefers-color-scheme:dark){{:root{{--a:{Palette.NightAccent};--a-deep:{Palette.NightDeep};--a-soft:{Palette.NightSoft}}}}}";
}
