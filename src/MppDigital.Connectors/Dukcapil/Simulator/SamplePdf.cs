using System.Globalization;
using System.Text;

namespace MppDigital.Connectors.Dukcapil.Simulator;

/// <summary>One page with selectable text, a title, a language and the word CONTOH: as much PDF (ISO 32000-1) as a sample needs.</summary>
internal static class SamplePdf
{
    private const int LongestLine = 90;

    public static byte[] Of(string title, IEnumerable<string> lines)
    {
        var page = new StringBuilder("BT /F1 40 Tf 56 760 Td (CONTOH) Tj /F1 18 Tf 0 -36 Td (").Append(Written(title)).Append(") Tj /F1 10 Tf 0 -12 Td 14 TL\n");
        foreach (var line in lines.Append("Dokumen contoh dari simulator. Tidak berlaku sebagai dokumen kependudukan.").SelectMany(l => l.Chunk(LongestLine))) page.Append("T* (").Append(Written(new string(line))).Append(") Tj\n");
        page.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (id-ID) /ViewerPreferences << /DisplayDocTitle true >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            $"<< /Title (CONTOH {Written(title)}) >>",
        ];
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        foreach (var (i, content) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var at = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{at}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    /// <summary>Inside a string of PDF, in ASCII: what is not is shown as a question mark.</summary>
    private static string Written(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and < (char)127 ? c : '?')).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
