using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>What one file is about, in the two forms that can be searched: a keyed hash of its subject, and the name of its district.</summary>
internal static class FiledSubject
{
    /// <summary>So hashed that spaces and capitals make no difference; null where the definition names nothing or nothing of it is answered.</summary>
    public static string? LookupOf(ServiceDefinition service, JsonObject answers, RegencySecrets secrets)
    {
        var parts = (service.Subject?.Fields ?? []).Select(f => new string([.. JsonText.Of(answers[f]).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)])).ToList();
        return parts.Any(p => p.Length > 0) ? secrets.SubjectLookup(string.Join('|', parts)) : null;
    }

    /// <summary>The district of the address that the definition names; null where none was written.</summary>
    public static string? AreaOf(ServiceDefinition service, JsonObject answers) =>
        service.Subject?.Area is { } field && answers[field] is JsonObject address && address["district"]?.ToString() is { } district ? WorkAreas.NameOf(district) : null;

    /// <summary>After answers have changed.</summary>
    public static void Renew(Application application, ServiceDefinition service, JsonObject answers, RegencySecrets secrets) =>
        application.IsAbout(LookupOf(service, answers, secrets), AreaOf(service, answers));
}
