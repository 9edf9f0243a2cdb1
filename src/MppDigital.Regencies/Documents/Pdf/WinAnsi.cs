using System.Globalization;
using System.Text;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>Windows-1252, the encoding of the standard fonts: enough for Indonesian and for names in western European spelling.</summary>
internal static class WinAnsi
{
    /// <summary>What the codes 128 to 159 mean; a space stands for a code without a character.</summary>
    private const string High = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    /// <summary>A character outside the encoding loses its accents (<c>Ḥasan</c> becomes <c>Hasan</c>); what is left over becomes a question mark.</summary>
    public static byte[] Encode(string text)
    {
        var codes = new List<byte>(text.Length);
        foreach (var character in UnicodeText.Normalized(text, NormalizationForm.FormC))
        {
            if (CodeOf(character) is { } code) codes.Add(code);
            else codes.AddRange(Plain(character));
        }

        return [.. codes];
    }

    /// <summary>The map back to Unicode, without which copied or read-out text would be guesswork.</summary>
    public static string ToUnicodeMap()
    {
        var special = Enumerable.Range(0, High.Length).Where(i => High[i] != ' ').Select(i => $"<{0x80 + i:X2}> <{(int)High[i]:X4}>").ToList();
        return $"""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Windows-1252-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <00> <FF>
            endcodespacerange
            2 beginbfrange
            <20> <7E> <0020>
            <A0> <FF> <00A0>
            endbfrange
            {special.Count} beginbfchar
            {string.Join('\n', special)}
            endbfchar
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end

            """;
    }

    private static byte? CodeOf(char character) => character switch
    {
        >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF' => (byte)character,
        '\u2010' or '\u2011' or '\u2212' => (byte)'-',
        >= '\u2000' and <= '\u200A' or '\u202F' or '\t' => (byte)' ',
        _ => High.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at ? (byte)(0x80 + at) : null,
    };

    private static IEnumerable<byte> Plain(char character)
    {
        if (char.IsSurrogate(character)) return char.IsHighSurrogate(character) ? [(byte)'?'] : [];
        var parts = character.ToString().Normalize(NormalizationForm.FormKD)
            .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            .ToList();
        return parts.Count == 0 || !parts.TrueForAll(part => CodeOf(part) is not null) ? [(byte)'?'] : parts.Select(part => CodeOf(part)!.Value);
    }
}
