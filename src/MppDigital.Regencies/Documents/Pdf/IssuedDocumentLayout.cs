namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>
/// Sets an issued document in the order in which it is read and checked: issuer, title, number, holder, what was granted, validity, legal basis,
/// authority, QR code.
/// </summary>
internal static class IssuedDocumentLayout
{
    private static readonly PdfColor Ink = PdfColor.Parse("#131c2e");
    private static readonly PdfColor Quiet = PdfColor.Parse("#465167");
    private static readonly PdfColor Hairline = PdfColor.Parse("#d5dbe5");

    private static readonly TextStyle Title = new(PdfFont.Bold, 25, 31, Ink, -0.3);
    private static readonly TextStyle LongTitle = new(PdfFont.Bold, 19, 25, Ink, -0.2);
    private static readonly TextStyle Number = new(PdfFont.Regular, 11, 16, Quiet);
    private static readonly TextStyle Small = new(PdfFont.Regular, 9, 13.5, Quiet);
    private static readonly TextStyle Holder = new(PdfFont.Bold, 18, 25, Ink);
    private static readonly TextStyle Body = new(PdfFont.Regular, 10.5, 15.5, Ink);
    private static readonly TextStyle Duty = new(PdfFont.Regular, 9.5, 13.5, Ink);
    private static readonly TextStyle Label = new(PdfFont.Regular, 10, 15, Quiet);
    private static readonly TextStyle Value = new(PdfFont.Regular, 10.5, 15, Ink);
    private static readonly TextStyle StrongValue = new(PdfFont.Bold, 10.5, 15, Ink);

    /// <summary>Empty space from roomy to dense: a licence is hung on a wall, so it takes one page wherever the letters need not shrink for it.</summary>
    private static readonly double[] Airs = [1, 0.85, 0.7, 0.57, 0.45, 0.3];

    public static PdfDocument Lay(IssuedDocumentContent content)
    {
        var tries = Airs.Select(air => Set(content, air));
        return tries.FirstOrDefault(document => document.Pages.Count == 1) ?? Set(content, Airs[0]);
    }

    private static PdfDocument Set(IssuedDocumentContent content, double air)
    {
        var document = new PdfDocument(new PdfDocumentDetails($"{content.Title} - {content.Number}", $"{content.Government}, {content.Agency}", content.Title, "id-ID", content.IssuedAt));
        var accent = PdfColor.Parse(content.Accent);
        var flow = new PageFlow(document, air);

        Letterhead(flow, document.Root, content, accent);
        Grant(flow, document.Root, content, accent);
        Conditions(flow, document.Root, content, accent);
        LegalBasis(flow, document.Root, content, accent);
        if (content.Closing is { } closing)
        {
            flow.Space(14);
            flow.Paragraph(document.Root.Add("P"), closing, Body);
        }

        AuthorityBlock.Set(flow, document.Root, content, accent);
        Footers(document, content);
        return document;
    }

    private static void Letterhead(PageFlow flow, StructureElement root, IssuedDocumentContent content, PdfColor accent)
    {
        flow.Page.Decorate(() =>
        {
            flow.Page.Fill(0, 0, PdfPage.Width, 9, accent);
            Ornament.Draw(flow.Page, PageFlow.Right - 40, flow.Y - 4, 40, accent);
        });
        flow.Paragraph(root.Add("P"), content.Government, new TextStyle(PdfFont.Bold, 12, 17, accent), PageFlow.Right - PageFlow.Left - 60);
        flow.Paragraph(root.Add("P"), content.Agency, Small, PageFlow.Right - PageFlow.Left - 60);
        flow.Space(30);
        flow.Paragraph(root.Add("H1"), content.Title, LineBreaks.Of(content.Title, Title, PageFlow.Right - PageFlow.Left).Count <= 2 ? Title : LongTitle);
        flow.Space(5);
        flow.Paragraph(root.Add("P"), $"Nomor {content.Number}", Number);
        flow.Space(24);
        flow.Paragraph(root.Add("P"), content.Opening, Small);
        flow.Paragraph(root.Add("P"), content.Holder, Holder);
        foreach (var sentence in content.Decision)
        {
            flow.Space(7);
            flow.Paragraph(root.Add("P"), sentence, Body);
        }

        flow.Space(13);
    }

    private static void Grant(PageFlow flow, StructureElement root, IssuedDocumentContent content, PdfColor accent)
    {
        flow.Page.Decorate(() => flow.Page.Fill(PageFlow.Left, flow.Y, PageFlow.Right - PageFlow.Left, 1.5, accent));
        flow.Take(1.5);
        var table = root.Add("Table");
        foreach (var row in content.Rows) flow.Row(table, row.Label, row.Value, Label, Value, Hairline);

        flow.Row(table, "Diterbitkan", IndonesianDate.Of(content.IssuedAt, content.Zone, content.ZoneAbbreviation), Label, Value, Hairline);
        if (content.ValidUntil is { } last) flow.Row(table, "Berlaku sampai", IndonesianDate.Of(last), Label, StrongValue, Hairline);
        else if (content.SaysThatItHasNoEnd) flow.Row(table, "Berlaku sampai", "Tanpa batas waktu", Label, StrongValue, Hairline);
    }

    private static void Conditions(PageFlow flow, StructureElement root, IssuedDocumentContent content, PdfColor accent)
    {
        if (content.Conditions.Count == 0) return;
        flow.Space(16);
        flow.Keep(50);
        flow.Paragraph(root.Add("H2"), "Ketentuan", new TextStyle(PdfFont.Bold, 10, 16, accent));
        var list = root.Add("L");
        foreach (var (i, condition) in content.Conditions.Index()) flow.Numbered(list.Add("LI"), $"{i + 1}.", condition, Duty);
    }

    private static void LegalBasis(PageFlow flow, StructureElement root, IssuedDocumentContent content, PdfColor accent)
    {
        if (content.LegalBasis.Count == 0) return;
        flow.Space(18);
        flow.Keep(50);
        flow.Paragraph(root.Add("H2"), "Dasar hukum", new TextStyle(PdfFont.Bold, 10, 16, accent));
        var list = root.Add("L");
        foreach (var law in content.LegalBasis) flow.Paragraph(list.Add("LI").Add("LBody"), law, Small);
    }

    private static void Footers(PdfDocument document, IssuedDocumentContent content)
    {
        var style = new TextStyle(PdfFont.Regular, 8, 12, Quiet);
        foreach (var (page, i) in document.Pages.Select((page, i) => (page, i)))
        {
            var pages = $"Halaman {i + 1} dari {document.Pages.Count}";
            page.Decorate(() =>
            {
                page.Fill(PageFlow.Left, PdfPage.Height - 52, PageFlow.Right - PageFlow.Left, 0.5, Hairline);
                page.Text(PageFlow.Left, PdfPage.Height - 36, $"Nomor {content.Number}", style);
                page.Text(PageFlow.Right - style.WidthOf(pages), PdfPage.Height - 36, pages, style);
            });
        }
    }
}
