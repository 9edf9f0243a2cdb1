using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// What a regional regulation asks for besides the national standard, where the definition opens that. It is asked, filed, returned and looked at
/// like any requirement, under one code of its own; a file keeps the words under which it was asked, whatever the regency writes later.
/// </summary>
public static class LocalRequirement
{
    public const string Code = "syarat_daerah";

    private const string Marked = "Syarat daerah: ";

    /// <param name="text">The requirement and its regulation; empty adds nothing.</param>
    public static ServiceDefinition On(ServiceDefinition service, string text) => text.Length == 0 || service.Requirements.Any(r => r.Code == Code) ? service : service with { Requirements = [.. service.Requirements, Of(text)] };

    /// <summary>The definition with what was asked here when the application was filed.</summary>
    public static ServiceDefinition AsFiled(ServiceDefinition service, ApplicationView view) => On(service, view.Evidence.FirstOrDefault(e => e.Requirement == Code)?.LocalText ?? "");

    internal static ServiceDefinition AsFiled(ServiceDefinition service, Application application) => On(service, application.Evidence.FirstOrDefault(e => e.Requirement == Code)?.LocalText ?? "");

    /// <summary>Empty for what the nation asks.</summary>
    internal static string TextOf(Requirement requirement) => requirement.Code == Code && requirement.NameId.StartsWith(Marked, StringComparison.Ordinal) ? requirement.NameId[Marked.Length..] : "";

    private static Requirement Of(string text) => new()
    {
        Code = Code,
        NameId = Marked + text,
        NameEn = $"Regional requirement: {text}",
        Kind = RequirementKind.Document,
        Mandatory = true,
        OnceOnlySource = null,
        UploadNeeded = true,
        MustBeVerified = false,
        NoteId = "Diminta oleh peraturan daerah ini, di luar standar nasional.",
        Note = "Asked by a regulation of this region, besides the national standard.",
    };
}
