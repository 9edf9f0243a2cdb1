namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>A node of the document's logical structure, which screen readers follow in place of the positions on paper.</summary>
/// <param name="type">Standard structure type (ISO 32000-1, 14.8.4): <c>H1</c>, <c>P</c>, <c>Table</c>, <c>Figure</c>.</param>
internal sealed class StructureElement(string type)
{
    private readonly List<object> kids = [];

    public string Type => type;

    /// <summary>What a figure shows, in words.</summary>
    public string? Alternative { get; init; }

    /// <summary>Attributes as written, for example <c>/O /Table /Scope /Row</c>.</summary>
    public string? Attributes { get; init; }

    public StructureElement Add(string childType) => Add(new StructureElement(childType));

    public StructureElement Add(StructureElement child)
    {
        kids.Add(child);
        return child;
    }

    public void Marks(PdfPage page, int mark) => kids.Add(new Mark(page, mark));

    public void Marks(PdfPage page, PdfLink link) => kids.Add(new LinkMark(page, link));

    /// <summary>Numbers this element and all below it.</summary>
    public void Number(PdfObjects objects, Dictionary<StructureElement, int> numbers)
    {
        numbers[this] = objects.Reserve();
        foreach (var child in kids.OfType<StructureElement>()) child.Number(objects, numbers);
    }

    public void Write(PdfObjects objects, Dictionary<StructureElement, int> numbers, int parent, Func<PdfPage, int> pageNumber, Func<PdfLink, int> linkNumber)
    {
        var own = numbers[this];
        var written = kids.Select(kid => kid switch
        {
            StructureElement child => PdfSyntax.Reference(numbers[child]),
            Mark mark => $"<< /Type /MCR /Pg {pageNumber(mark.Page)} 0 R /MCID {mark.Number} >>",
            LinkMark link => $"<< /Type /OBJR /Pg {pageNumber(link.Page)} 0 R /Obj {linkNumber(link.Link)} 0 R >>",
            _ => throw new InvalidOperationException("Kids are elements or marks."),
        });
        var alternative = Alternative is null ? "" : $" /Alt {PdfSyntax.Text(Alternative)}";
        var attributes = Attributes is null ? "" : $" /A << {Attributes} >>";
        objects.Set(own, $"<< /Type /StructElem /S /{Type} /P {parent} 0 R{alternative}{attributes} /K [ {string.Join(' ', written)} ] >>");
        foreach (var child in kids.OfType<StructureElement>()) child.Write(objects, numbers, own, pageNumber, linkNumber);
    }

    private sealed record Mark(PdfPage Page, int Number);

    private sealed record LinkMark(PdfPage Page, PdfLink Link);
}

/// <summary>A rectangle that opens an address; measured from the top left corner of the page.</summary>
internal sealed record PdfLink(Uri Address, StructureElement Owner, double Left, double Top, double Width, double Height);
