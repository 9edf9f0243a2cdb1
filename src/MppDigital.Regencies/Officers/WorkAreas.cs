using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Officers;

/// <summary>The districts that an officer works for, as an admin types them: "Guguk Panjang, Mandiangin".</summary>
internal static class WorkAreas
{
    public const int Longest = 300;
    public const int LongestName = 60;

    /// <returns>False for what is too long or is no name.</returns>
    public static bool TryRead(string typed, out string areas)
    {
        areas = "";
        if (typed.Length > Longest || !UnicodeText.IsPlain(typed)) return false;
        var parts = typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(p => NameOf(p) is null)) return false;
        areas = string.Join(',', parts.Select(NameOf).Distinct());
        return true;
    }

    public static IReadOnlyList<string> List(string areas) => areas.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As it is compared: "Kec. Guguk Panjang" and "guguk  panjang" are one place. Null for nothing.</summary>
    public static string? NameOf(string written)
    {
        var words = written.ToUpperInvariant().Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w is "KEC" or "KECAMATAN");
        var area = string.Join(' ', words);
        return area.Length is > 0 and <= LongestName ? area : null;
    }
}
