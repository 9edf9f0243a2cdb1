using System.Text;

namespace MppDigital.Connectors.Qris;

/// <summary>The chain of tag (2), length (2) and value that EMVCo's merchant-presented codes consist of; lengths count characters.</summary>
internal static class EmvFields
{
    /// <summary>Null with the reason when the text is no such chain.</summary>
    public static List<(string Tag, string Value)>? Read(string text, out string? error)
    {
        var fields = new List<(string, string)>();
        for (var at = 0; at < text.Length;)
        {
            error = text.Length - at < 4 ? "truncated" : Digits(text, at) is null || Digits(text, at + 2) is null ? "tlv-length" : null;
            if (error is null && Digits(text, at + 2) > text.Length - at - 4) error = "truncated";
            if (error is not null) return null;
            var length = Digits(text, at + 2)!.Value; // Both pairs were found to be digits above.
            fields.Add((text.Substring(at, 2), text.Substring(at + 4, length)));
            at += 4 + length;
        }

        error = fields.Count == 0 ? "truncated" : fields.DistinctBy(f => f.Item1).Count() < fields.Count ? "duplicate-tag" : null;
        return error is null ? fields : null;
    }

    /// <summary>CRC-16/CCITT-FALSE over the UTF-8 bytes, four capital hexadecimal digits.</summary>
    public static string Crc(string text)
    {
        var crc = 0xFFFF;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            crc ^= value << 8;
            for (var bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xFFFF;
        }

        return crc.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int? Digits(string text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : null;
}
