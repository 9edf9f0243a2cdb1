namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>Who answers for the document, and how anyone can check it: always together on one page.</summary>
internal static class AuthorityBlock
{
    private const double QrSize = 114;
    private const double Padding = 18;
    private const double ColumnWidth = PageFlow.Right - PageFlow.Left - 2 * Padding - QrSize - 24;

    private static readonly PdfColor Ink = PdfColor.Parse("#131c2e");
    private static readonly PdfColor Quiet = PdfColor.Parse("#465167");
    private static readonly PdfColor White = new(1, 1, 1);

    private static readonly TextStyle Strong = new(PdfFont.Bold, 12, 17, Ink);
    private static readonly TextStyle Plain = new(PdfFont.Regular, 10, 15, Ink);
    private static readonly TextStyle Small = new(PdfFont.Regular, 9, 13.5, Quiet);

    public static void Set(PageFlow flow, StructureElement root, IssuedDocumentContent content, PdfColor accent)
    {
        var authority = Authority(content.Seal).Concat(Instant(content)).Select(Broken).ToList();
        var invitation = Broken(("Periksa keasliannya dengan memindai kode QR atau di", Small));
        var address = Broken((content.VerificationAddress.AbsoluteUri, Small with { Font = PdfFont.Bold, Color = accent }));
        var inner = Math.Max(QrSize, authority.Sum(text => text.Height) + 12 + invitation.Height + address.Height);

        flow.Space(24);
        flow.Keep(inner + 2 * Padding);
        var page = flow.Page;
        var top = flow.Y + Padding;
        page.Decorate(() =>
        {
            page.Fill(PageFlow.Left, flow.Y, PageFlow.Right - PageFlow.Left, inner + 2 * Padding, accent.Tint(0.05));
            page.Fill(PageFlow.Left, flow.Y, 3, inner + 2 * Padding, accent);
        });

        var y = top;
        foreach (var text in authority) y = Write(page, root.Add("P"), text, y);
        QrCode(page, root, content.VerificationAddress.AbsoluteUri, top);
        y = Write(page, root.Add("P"), invitation, top + inner - invitation.Height - address.Height);
        var link = root.Add("P").Add("Link");
        Write(page, link, address, y);
        page.Link(new PdfLink(content.VerificationAddress, link, PageFlow.Left + Padding, y, address.Width, address.Height));
        flow.Take(inner + 2 * Padding);
    }

    private static IEnumerable<(string Text, TextStyle Style)> Authority(DocumentSeal seal) => seal switch
    {
        DocumentSeal.SignedBy signed => [("Ditandatangani secara elektronik oleh", Small), (signed.Officer, Strong), (signed.Role, Plain)],
        DocumentSeal.DeemedApproval deemed =>
        [
            ("Terbit otomatis", Strong),
            ($"Batas hukum lewat tanpa keputusan. Permohonan dianggap dikabulkan menurut {deemed.Article}.", Plain),
            ("Bersegel platform MPP Digital, tanpa tanda tangan pejabat.", Small),
        ],
        _ => throw new InvalidOperationException("The seal is closed."),
    };

    private static IEnumerable<(string Text, TextStyle Style)> Instant(IssuedDocumentContent content) =>
        content.SignedAt is { } at ? [($"{(content.Seal is DocumentSeal.SignedBy ? "Ditandatangani" : "Disegel")} {IndonesianDate.Of(at, content.Zone, content.ZoneAbbreviation)}", Small)] : [];

    private static void QrCode(PdfPage page, StructureElement root, string address, double top)
    {
        const double left = PageFlow.Right - Padding - QrSize;
        var modules = QrModules.Of(address);
        var box = PdfSyntax.Numbers(left, PdfPage.Height - top - QrSize, left + QrSize, PdfPage.Height - top);
        var figure = root.Add(new StructureElement("Figure")
        {
            Alternative = $"Kode QR untuk memeriksa dokumen ini: {address}",
            Attributes = $"/O /Layout /Placement /Block /BBox [{box}]",
        });
        page.Draw(figure, () =>
        {
            page.Fill(left, top, QrSize, QrSize, White);
            page.FillCells(left, top, QrSize / modules.Size, modules.Runs, Ink);
        });
    }

    private static BrokenText Broken((string Text, TextStyle Style) text) => new(LineBreaks.Of(text.Text, text.Style, ColumnWidth), text.Style);

    private static double Write(PdfPage page, StructureElement element, BrokenText text, double top)
    {
        foreach (var line in text.Lines)
        {
            var baseline = text.Style.BaselineIn(top);
            page.Draw(element, () => page.Text(PageFlow.Left + Padding, baseline, line, text.Style));
            top += text.Style.Leading;
        }

        return top;
    }

    private sealed record BrokenText(IReadOnlyList<string> Lines, TextStyle Style)
    {
        public double Height => Lines.Count * Style.Leading;

        public double Width => Lines.Max(Style.WidthOf);
    }
}
