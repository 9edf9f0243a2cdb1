using System.Text;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>Writes a standard font with its widths and its map to Unicode.</summary>
internal static class PdfFontObject
{
    private const int First = 32;
    private const int Last = 255;

    // Nonsymbolic, as all text faces with a Latin encoding.
    private const int Flags = 32;

    public static int Write(PdfObjects objects, PdfFont font)
    {
        var map = objects.AddStream("", Encoding.ASCII.GetBytes(WinAnsi.ToUnicodeMap()));
        var descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName /{font.Name} /Flags {Flags} /FontBBox [-170 -228 1003 962] /ItalicAngle 0 /Ascent 718 /Descent -207 /CapHeight 718 /XHeight 523 /StemV {font.Stem} >>");
        return objects.Add(
            $"<< /Type /Font /Subtype /Type1 /BaseFont /{font.Name} /Encoding /WinAnsiEncoding /FirstChar {First} /LastChar {Last} /Widths [ {string.Join(' ', font.Widths)} ] /FontDescriptor {descriptor} 0 R /ToUnicode {map} 0 R >>");
    }
}
