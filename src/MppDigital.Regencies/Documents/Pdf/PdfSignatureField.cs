namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>What a reader shows beside a signature (ISO 32000-1, 12.8.1).</summary>
/// <param name="At">UTC, by the signer's clock. The signature holds no time of its own: in a PDF it stands here (ETSI EN 319 142-1, 5.3).</param>
internal sealed record PdfSignatureNote(string Name, string Reason, string Location, DateTime At);

/// <summary>An empty signature field: a certification that allows no change, over everything but the signature itself.</summary>
/// <param name="Widget">Number of the field's object.</param>
/// <param name="Value">Number of the signature's object.</param>
/// <param name="Room">For the signature, in bytes.</param>
internal sealed record PdfSignatureField(PdfSignatureNote Note, int Widget, int Value, int Room)
{
    /// <summary>Ten places for each of the three numbers that are known only when the file is whole.</summary>
    public const string UnknownRange = "/ByteRange [0 ********** ********** **********]";

    public const string Contents = "/Contents ";

    public string InCatalog => $" /AcroForm << /Fields [ {Widget} 0 R ] /SigFlags 3 >> /Perms << /DocMDP {Value} 0 R >>";

    public void Write(PdfObjects objects, int page)
    {
        // Invisible: who signed is printed where people look for it, and read out with the rest.
        objects.Set(Widget, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /V {Value} 0 R /Rect [0 0 0 0] /F 132 /P {page} 0 R >>");
        // The two that are filled in later come first: nobody's name can be taken for them.
        objects.Set(
            Value,
            $"<< /Type /Sig {UnknownRange} {Contents}<{new string('0', 2 * Room)}> /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M {PdfSyntax.Date(Note.At)} "
            + $"/Name {PdfSyntax.Text(Note.Name)} /Reason {PdfSyntax.Text(Note.Reason)} /Location {PdfSyntax.Text(Note.Location)} "
            + "/Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >> ] >>");
    }
}
