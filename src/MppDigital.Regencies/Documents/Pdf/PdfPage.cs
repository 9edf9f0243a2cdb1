using System.Text;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>One A4 page. Positions are points from its top left corner, as one reads; the file counts from the bottom.</summary>
internal sealed class PdfPage
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder content = new();
    private readonly List<StructureElement> owners = [];
    private readonly List<PdfLink> links = [];

    /// <summary>The element that owns each marked piece, in the order of the marks.</summary>
    public IReadOnlyList<StructureElement> Owners => owners;

    public IReadOnlyList<PdfLink> Links => links;

    public byte[] Content => Encoding.Latin1.GetBytes(content.ToString());

    /// <summary>Draws something that belongs to an element of the structure.</summary>
    public void Draw(StructureElement owner, Action draw)
    {
        owner.Marks(this, owners.Count);
        Line($"/{owner.Type} << /MCID {owners.Count} >> BDC");
        owners.Add(owner);
        draw();
        Line("EMC");
    }

    /// <summary>Draws decoration, which is not read out.</summary>
    public void Decorate(Action draw)
    {
        Line("/Artifact BMC");
        draw();
        Line("EMC");
    }

    public void Text(double left, double baseline, string text, TextStyle style)
    {
        var codes = PdfSyntax.Codes(WinAnsi.Encode(text));
        Line($"BT /{style.Font.Resource} {PdfSyntax.Number(style.Size)} Tf {style.Color.Fill} {PdfSyntax.Number(style.Tracking)} Tc {At(left, baseline)} Td {codes} Tj ET");
    }

    public void Fill(double left, double top, double width, double height, PdfColor color) =>
        Line($"{color.Fill} {At(left, top + height)} {PdfSyntax.Numbers(width, height)} re f");

    /// <summary>Fills the dark cells of a grid as one shape, so that no seams show between neighbours.</summary>
    public void FillCells(double left, double top, double cell, IEnumerable<(int Column, int Row, int Length)> runs, PdfColor color)
    {
        Line(color.Fill);
        foreach (var (column, row, length) in runs) Line($"{At(left + column * cell, top + (row + 1) * cell)} {PdfSyntax.Numbers(length * cell, cell)} re");
        Line("f");
    }

    /// <summary>Fills closed curves; each is a start and then cubic segments, in units of <paramref name="scale"/> points.</summary>
    public void FillCurves(double left, double top, double scale, IEnumerable<(double X, double Y)[]> curves, PdfColor color)
    {
        Line(color.Fill);
        foreach (var curve in curves)
        {
            string Point((double X, double Y) p) => At(left + p.X * scale, top + p.Y * scale);
            Line($"{Point(curve[0])} m");
            for (var i = 1; i + 2 < curve.Length; i += 3) Line($"{Point(curve[i])} {Point(curve[i + 1])} {Point(curve[i + 2])} c");
            Line("h");
        }

        Line("f");
    }

    public void Link(PdfLink link)
    {
        links.Add(link);
        link.Owner.Marks(this, link);
    }

    private static string At(double left, double fromTop) => PdfSyntax.Numbers(left, Height - fromTop);

    private void Line(string operators) => content.Append(operators).Append('\n');
}
