using System.Globalization;
using System.Text;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>How the basic values of a PDF file are written (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Numbers(params ReadOnlySpan<double> values)
    {
        var written = new StringBuilder();
        foreach (var value in values) written.Append(written.Length == 0 ? "" : " ").Append(Number(value));
        return written.ToString();
    }

    public static string Reference(int number) => $"{number} 0 R";

    /// <summary>Codes of a font, as a content stream shows them.</summary>
    public static string Codes(ReadOnlySpan<byte> codes)
    {
        var written = new StringBuilder("(", codes.Length + 2);
        foreach (var code in codes)
        {
            if (code is (byte)'(' or (byte)')' or (byte)'\\') written.Append('\\');
            if (code is < 32 or > 126) written.Append('\\').Append(Convert.ToString(code, 8).PadLeft(3, '0'));
            else written.Append((char)code);
        }

        return written.Append(')').ToString();
    }

    /// <summary>Text for people, outside of content: titles, alternatives.</summary>
    public static string Text(string text) =>
        Ascii.IsValid(text) ? Codes(Encoding.ASCII.GetBytes(text)) : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Date(DateTime utc) => utc.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
}
