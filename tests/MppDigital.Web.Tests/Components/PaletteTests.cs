using MppDigital.Web.Components.Accent;

namespace MppDigital.Web.Tests.Components;

public sealed class PaletteTests
{
    // 120 hues at three chromas: whatever colour a regency picks, its pages can be read.
    public static IEnumerable<Palette> EveryPalette() =>
        from hue in Enumerable.Range(0, 120)
        from chroma in new[] { 0, .06, .2 }
        select Palette.From(Oklch.Parse(Oklch.FromDegrees(.6, chroma, hue * 3).ToHex()));

    public static TheoryData<string, double> Floors => new()
    {
        { "accent on white", 7.0 },
        { "accent on quiet panel", 6.4 },
        { "accent on own tint", 6.4 },
        { "ink on own tint", 15.3 },
        { "white on band", 11.3 },
        { "motif on band", 6.2 },
        { "accent on night", 9.2 },
        { "accent on own tint at night", 7.5 },
        { "night on accent button", 9.2 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void Keeps_the_contrast_floor(string pair, double floor)
    {
        var palettes = EveryPalette().ToList();

        Assert.Equal(360, palettes.Count);
        Assert.All(palettes, p => Assert.True(Contrast(pair, p) >= floor - .05, $"{pair}: {Contrast(pair, p):0.00} with {p}"));
    }

    [Fact]
    public void Derives_the_reference_palette()
    {
        var palette = Palette.From(Oklch.Parse("#0e6b5c"));

        Assert.Equal(("#066455", "#024238", "#80d0be", "#ecf7f4"), (palette.Accent, palette.Deep, palette.Bright, palette.Soft));
        Assert.Equal(("#80d0be", "#002e26", "#142f29"), (palette.NightAccent, palette.NightDeep, palette.NightSoft));
    }

    private static double Contrast(string pair, Palette p) => pair switch
    {
        "accent on white" => Srgb.Contrast(p.Accent, Palette.White),
        "accent on quiet panel" => Srgb.Contrast(p.Accent, Palette.Paper2),
        "accent on own tint" => Srgb.Contrast(p.Accent, p.Soft),
        "ink on own tint" => Srgb.Contrast(Palette.Ink, p.Soft),
        "white on band" => Srgb.Contrast(Palette.White, p.Deep),
        "motif on band" => Srgb.Contrast(p.Bright, p.Deep),
        "accent on night" => Srgb.Contrast(p.NightAccent, Palette.Night),
        "accent on own tint at night" => Srgb.Contrast(p.NightAccent, p.NightSoft),
        "night on accent button" => Srgb.Contrast(Palette.Night, p.NightAccent),
        _ => throw new ArgumentException(pair),
    };
}
