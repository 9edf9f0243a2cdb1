using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Applications;

/// <summary>What one file is about, in the two forms that can be searched: a keyed hash of its subject, and the name of its district.</summary>
internal static class FiledSubject
{
    /// <summary>The subject as text, so written that spaces and capitals make no difference; empty where the definition names none.</summary>
    public static string TextOf(ServiceDefinition service, JsonObject answers) =>
        service.Subject is { Fields.Count: > 0 } subject
            ? string.Join('|', subject.Fields.Select(f => new string([.. JsonText.Of(answers[f]).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)])))
            : "";

    /// <summary>The district of the address that the definition names; null where none was written.</summary>
    public static string? AreaOf(ServiceDefinition service, JsonObject answers) =>
        service.Subject?.Area is { } field && answers[field] is JsonObject address && address["district"]?.ToString() is { } district ? WorkAreas.NameOf(district) : null;
}
