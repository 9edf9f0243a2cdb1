namespace MppDigital.Web.Components.Accent;

/// <summary>
/// One brand colour in, a palette out that is always readable. Only hue and a capped chroma of the brand survive;
/// lightness is ours and moves until the contrast is met, so that it never depends on taste.
/// </summary>
public sealed record Palette(string Accent, string Deep, string Bright, string Soft, string NightAccent, string NightDeep, string NightSoft)
{
    public const string White = "#ffffff";
    public const string Paper2 = "#f2f5f8";
    public const string Ink = "#131c2e";
    public const string Night = "#0f1624";
    private const string Night2 = "#182133";
    private const string NightInk = "#e9eef7";

    internal static Palette From(Oklch brand)
    {
        var chroma = Math.Min(brand.Chroma, .13);
        var deep = Move(new Oklch(.34, Math.Min(chroma, .095), brand.Hue), -.01, x => Srgb.Contrast(x, White) >= 9);
        return new Palette(
            Accent: Move(new Oklch(.46, chroma, brand.Hue), -.01, x => Srgb.Contrast(x, White) >= 7),
            Deep: deep,
            Bright: Move(new Oklch(.80, Math.Min(chroma, .12), brand.Hue), .01, x => Srgb.Contrast(x, deep) >= 5),
            Soft: new Oklch(.968, Math.Min(chroma, .013), brand.Hue).ToHex(),
            NightAccent: Move(new Oklch(.80, Math.Min(chroma, .11), brand.Hue), .01, x => Srgb.Contrast(x, Night2) >= 7),
            NightDeep: Move(new Oklch(.27, Math.Min(chroma, .07), brand.Hue), -.01, x => Srgb.Contrast(x, White) >= 12),
            NightSoft: Move(new Oklch(.28, Math.Min(chroma, .035), brand.Hue), -.01, x => Srgb.Contrast(x, NightInk) >= 11));
    }

    private static string Move(Oklch start, double step, Func<string, bool> readable)
    {
        var colour = start;
        while (!readable(colour.ToHex()) && colour.Lightness is > 0 and < 1) colour = colour with { Lightness = colour.Lightness + step };
        return colour.ToHex();
    }
}
