using System.Globalization;

namespace MppDigital.Regencies.Documents.Pdf;

/// <param name="Leading">Distance from one baseline to the next.</param>
/// <param name="Tracking">Extra space after each letter.</param>
internal sealed record TextStyle(PdfFont Font, double Size, double Leading, PdfColor Color, double Tracking = 0)
{
    public double WidthOf(string text) => Font.WidthOf(text, Size) + Tracking * text.Length;

    /// <summary>Where the letters stand in a line that begins at <paramref name="top"/>: capitals in its middle.</summary>
    public double BaselineIn(double top) => top + (Leading + PdfFont.CapHeight * Size) / 2;
}

internal readonly record struct PdfColor(double Red, double Green, double Blue)
{
    public string Fill => $"{PdfSyntax.Numbers(Red, Green, Blue)} rg";

    /// <param name="hex">Six digits after a hash: <c>#203469</c>.</param>
    public static PdfColor Parse(string hex)
    {
        if (hex is not ['#', _, _, _, _, _, _]) throw new FormatException($"'{hex}' is not a colour such as #203469.");
        double Part(int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255d;
        return new PdfColor(Part(1), Part(3), Part(5));
    }

    /// <summary>This colour thinned on white; 1 leaves it as it is.</summary>
    public PdfColor Tint(double strength) => new(1 - (1 - Red) * strength, 1 - (1 - Green) * strength, 1 - (1 - Blue) * strength);
}
