using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications;

/// <summary>What one file is about, in the two forms that can be searched: a keyed hash of its subject, and the name of its district.</summary>
internal static class FiledSubject
{
    public const int LongestArea = 60;

    /// <summary>The subject as text, so written that spaces and capitals make no difference; empty where the definition names none.</summary>
    public static string TextOf(ServiceDefinition service, JsonObject answers) =>
        service.Subject is { Fields.Count: > 0 } subject
            ? string.Join('|', subject.Fields.Select(f => new string([.. JsonText.Of(answers[f]).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)])))
            : "";

    /// <summary>The district of the address that the definition names; null where none was written.</summary>
    public static string? AreaOf(ServiceDefinition service, JsonObject answers) =>
        service.Subject?.Area is { } field && answers[field] is JsonObject address && address["district"]?.ToString() is { } district ? Area(district) : null;

    /// <summary>As it is compared: "Kec. Guguk Panjang" and "guguk  panjang" are one place. Null for nothing.</summary>
    public static string? Area(string written)
    {
        var words = written.ToUpperInvariant().Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w is "KEC" or "KECAMATAN");
        var area = string.Join(' ', words);
        return area.Length is > 0 and <= LongestArea ? area : null;
    }
}
