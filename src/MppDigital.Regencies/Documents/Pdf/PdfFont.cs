namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>One of the standard fonts that every viewer brings, so that none has to be embedded.</summary>
internal sealed class PdfFont
{
    public static readonly PdfFont Regular = new("F1", "Helvetica", HelveticaWidths.Regular, 88);
    public static readonly PdfFont Bold = new("F2", "Helvetica-Bold", HelveticaWidths.Bold, 118);

    private readonly short[] widths;

    private PdfFont(string resource, string name, short[] widths, int stem)
    {
        Resource = resource;
        Name = name;
        Stem = stem;
        this.widths = widths;
    }

    public static IReadOnlyList<PdfFont> All => [Regular, Bold];

    /// <summary>Its name in the pages' resources.</summary>
    public string Resource { get; }

    public string Name { get; }

    public int Stem { get; }

    /// <summary>Height of capitals as a share of the type size, the same in both faces.</summary>
    public const double CapHeight = 0.718;

    public IReadOnlyList<short> Widths => widths;

    /// <summary>Width of a line in points.</summary>
    public double WidthOf(string text, double size) => WinAnsi.Encode(text).Sum(code => code < 32 ? 0 : widths[code - 32]) * size / 1000;
}
