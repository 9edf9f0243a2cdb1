using System.Text;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>A tagged PDF 1.7 file in the making.</summary>
internal sealed class PdfDocument(PdfDocumentDetails details)
{
    private readonly List<PdfPage> pages = [];

    public StructureElement Root { get; } = new("Document");

    public IReadOnlyList<PdfPage> Pages => pages;

    public PdfPage AddPage()
    {
        pages.Add(new PdfPage());
        return pages[^1];
    }

    public byte[] ToArray() => Write(new PdfObjects(), null);

    /// <summary>With a signature field over the whole file, whose signature is still to come.</summary>
    /// <param name="room">For the signature, in bytes. What is left over is the one part of the file that nothing protects.</param>
    public SignablePdf ToSignable(PdfSignatureNote note, int room)
    {
        var objects = new PdfObjects();
        var field = new PdfSignatureField(note, objects.Reserve(), objects.Reserve(), room);
        return new SignablePdf(Write(objects, field), objects.PositionOf(field.Value), room);
    }

    private byte[] Write(PdfObjects objects, PdfSignatureField? field)
    {
        var catalog = objects.Reserve();
        var tree = objects.Reserve();
        var treePages = objects.Reserve();
        var pageNumbers = pages.ToDictionary(page => page, _ => objects.Reserve());
        var linkNumbers = pages.SelectMany(page => page.Links).ToDictionary(link => link, _ => objects.Reserve());
        var elements = new Dictionary<StructureElement, int>();
        Root.Number(objects, elements);

        // The file is numbered pages first, then links: the same order in which the parent tree lists who owns what.
        var links = linkNumbers.Keys.ToList();
        var fonts = string.Join(' ', PdfFont.All.Select(font => $"/{font.Resource} {PdfFontObject.Write(objects, font)} 0 R"));
        foreach (var (page, i) in pages.Select((page, i) => (page, i))) WritePage(objects, page, i, pageNumbers[page], treePages, fonts, [.. page.Links.Select(link => linkNumbers[link]), .. field is not null && page == pages[^1] ? [field.Widget] : (int[])[]]);
        for (var i = 0; i < links.Count; i++) WriteLink(objects, links[i], linkNumbers[links[i]], pages.Count + i);
        Root.Write(objects, elements, tree, page => pageNumbers[page], link => linkNumbers[link]);

        var parents = pages.Select((page, i) => $"{i} [ {string.Join(' ', page.Owners.Select(owner => PdfSyntax.Reference(elements[owner])))} ]")
            .Concat(links.Select((link, i) => $"{pages.Count + i} {elements[link.Owner]} 0 R"));
        field?.Write(objects, pageNumbers[pages[^1]]);
        objects.Set(tree, $"<< /Type /StructTreeRoot /K {elements[Root]} 0 R /ParentTree << /Nums [ {string.Join(' ', parents)} ] >> /ParentTreeNextKey {pages.Count + links.Count} >>");
        objects.Set(treePages, $"<< /Type /Pages /Count {pages.Count} /Kids [ {string.Join(' ', pages.Select(page => PdfSyntax.Reference(pageNumbers[page])))} ] >>");

        var metadata = objects.AddStream("/Type /Metadata /Subtype /XML ", Encoding.UTF8.GetBytes(XmpPacket.Of(details)));
        objects.Set(
            catalog,
            $"<< /Type /Catalog /Version /1.7 /Pages {treePages} 0 R /Lang {PdfSyntax.Text(details.Language)} /MarkInfo << /Marked true >> /StructTreeRoot {tree} 0 R /Metadata {metadata} 0 R /ViewerPreferences << /DisplayDocTitle true >>{field?.InCatalog} >>");
        var date = PdfSyntax.Date(details.CreatedAt);
        var information = objects.Add(
            $"<< /Title {PdfSyntax.Text(details.Title)} /Author {PdfSyntax.Text(details.Author)} /Subject {PdfSyntax.Text(details.Subject)} /Creator (MPP Digital) /Producer (MPP Digital) /CreationDate {date} /ModDate {date} >>");
        return objects.Write(catalog, information);
    }

    private static void WritePage(PdfObjects objects, PdfPage page, int index, int number, int parent, string fonts, IReadOnlyList<int> onPage)
    {
        var content = objects.AddStream("", page.Content);
        var annotations = onPage.Count == 0 ? "" : $" /Annots [ {string.Join(' ', onPage.Select(PdfSyntax.Reference))} ]";
        objects.Set(
            number,
            $"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {PdfSyntax.Numbers(PdfPage.Width, PdfPage.Height)}] /Resources << /Font << {fonts} >> >> /Contents {content} 0 R /StructParents {index} /Tabs /S{annotations} >>");
    }

    private static void WriteLink(PdfObjects objects, PdfLink link, int number, int key)
    {
        var bottom = PdfPage.Height - link.Top - link.Height;
        var rectangle = PdfSyntax.Numbers(link.Left, bottom, link.Left + link.Width, bottom + link.Height);
        var address = PdfSyntax.Text(link.Address.AbsoluteUri);
        objects.Set(number, $"<< /Type /Annot /Subtype /Link /Rect [{rectangle}] /Border [0 0 0] /F 4 /Contents {address} /A << /S /URI /URI {address} >> /StructParent {key} >>");
    }
}

/// <param name="Language">BCP 47: <c>id-ID</c>.</param>
/// <param name="CreatedAt">UTC. Given by the caller, so that the same document always has the same bytes.</param>
internal sealed record PdfDocumentDetails(string Title, string Author, string Subject, string Language, DateTime CreatedAt);
