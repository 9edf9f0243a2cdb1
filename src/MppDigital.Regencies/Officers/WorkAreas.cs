using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;

namespace MppDigital.Regencies.Officers;

/// <summary>The districts that an officer works for, as an admin types them: "Guguk Panjang, Mandiangin".</summary>
internal static class WorkAreas
{
    public const int Longest = 300;

    /// <returns>False for what is too long or is no name.</returns>
    public static bool TryRead(string typed, out string areas)
    {
        areas = "";
        if (typed.Length > Longest || !UnicodeText.IsPlain(typed)) return false;
        var parts = typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var read = parts.Select(FiledSubject.Area).OfType<string>().Distinct().ToList();
        if (parts.Length > 0 && (read.Count == 0 || parts.Any(p => FiledSubject.Area(p) is null))) return false;
        areas = string.Join(',', read);
        return true;
    }

    public static IReadOnlyList<string> List(string areas) => areas.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
