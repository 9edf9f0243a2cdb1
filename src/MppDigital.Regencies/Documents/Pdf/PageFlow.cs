namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>Sets text and rows one below the other and turns the page when it is full.</summary>
internal sealed class PageFlow
{
    public const double Left = 62;
    public const double Right = PdfPage.Width - 62;
    public const double Bottom = PdfPage.Height - 72;

    private const double Top = 56;

    private readonly PdfDocument document;
    private readonly double air;

    /// <param name="air">Share of the usual empty space between things; 1 is roomy.</param>
    public PageFlow(PdfDocument document, double air)
    {
        this.document = document;
        this.air = air;
        Page = document.AddPage();
    }

    public PdfPage Page { get; private set; }

    /// <summary>How far down the page is filled.</summary>
    public double Y { get; private set; } = Top;

    /// <summary>Empty space, of which a dense page leaves less.</summary>
    public void Space(double height) => Y += height * air;

    /// <summary>Room that something fills.</summary>
    public void Take(double height) => Y += height;

    /// <summary>Starts a new page unless this much fits; what is higher than a page is broken and not kept.</summary>
    public void Keep(double height)
    {
        if (Y + height <= Bottom || height > Bottom - Top || Y <= Top) return;
        Page = document.AddPage();
        Y = Top;
    }

    /// <summary>A paragraph over the whole width, as an element of its own.</summary>
    public void Paragraph(StructureElement element, string text, TextStyle style, double width = Right - Left)
    {
        var lines = LineBreaks.Of(text, style, width);
        Keep(Math.Min(lines.Count, 3) * style.Leading);
        foreach (var line in lines) Line(element, Left, line, style);
    }

    /// <summary>An entry of a list, its number standing out to the left.</summary>
    public void Numbered(StructureElement entry, string number, string text, TextStyle style)
    {
        const double indent = 18;
        var lines = LineBreaks.Of(text, style, Right - Left - indent);
        Keep(Math.Min(lines.Count, 3) * style.Leading);
        var (page, baseline) = (Page, style.BaselineIn(Y));
        page.Draw(entry.Add("Lbl"), () => page.Text(Left, baseline, number, style));
        var body = entry.Add("LBody");
        foreach (var line in lines) Line(body, Left + indent, line, style);
        Space(2);
    }

    /// <summary>One row of a table: the label as its header on the left, the value beside it, a hairline below.</summary>
    public void Row(StructureElement table, string label, string value, TextStyle labelStyle, TextStyle valueStyle, PdfColor hairline)
    {
        const double labelWidth = 148;
        var padding = 6 * air;
        var labels = LineBreaks.Of(label, labelStyle, labelWidth - 12);
        var values = LineBreaks.Of(value, valueStyle, Right - Left - labelWidth);
        Keep(Math.Max(labels.Count, values.Count) * valueStyle.Leading + 2 * padding);

        var row = table.Add("TR");
        var header = row.Add(new StructureElement("TH") { Attributes = "/O /Table /Scope /Row" });
        Take(padding);
        var start = Y;
        foreach (var line in labels) Line(header, Left, line, labelStyle with { Leading = valueStyle.Leading });
        var afterLabel = Y;
        var page = Page;
        Y = start;
        var cell = row.Add("TD");
        foreach (var line in values) Line(cell, Left + labelWidth, line, valueStyle);
        Y = (page == Page ? Math.Max(Y, afterLabel) : Y) + padding;
        Page.Decorate(() => Page.Fill(Left, Y, Right - Left, 0.5, hairline));
    }

    private void Line(StructureElement element, double left, string line, TextStyle style)
    {
        Keep(style.Leading);
        var baseline = style.BaselineIn(Y);
        Page.Draw(element, () => Page.Text(left, baseline, line, style));
        Y += style.Leading;
    }
}
