using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

internal static class CheckFiles
{
    /// <summary>Files that exist, belong to the applicant or to whoever acts for them, and answer a requirement that this service has for these answers.</summary>
    public static async Task<(Dictionary<string, Guid> Files, Dictionary<string, string[]> Errors)> OfAsync(
        RegencyDbContext db, Applicant applicant, ServiceDefinition service, IReadOnlyList<GivenDocument> given, JsonObject answers, CancellationToken ct)
    {
        var errors = new Dictionary<string, string[]>();
        var files = new Dictionary<string, Guid>();
        if (given.Count > service.Requirements.Count)
        {
            errors["/documents"] = ["Satu berkas untuk satu persyaratan."];
            return (files, errors);
        }

        var (sub, actor) = (applicant.Sub, applicant.Actor);
        var ids = given.Select(g => g.Document).ToList();
        var own = ids.Count == 0 ? [] : await db.Files.AsNoTracking().Where(f => (f.Sub == sub || f.Sub == actor) && ids.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct);
        foreach (var (i, document) in given.Index())
        {
            if (service.Requirements.FirstOrDefault(r => r.Code == document.Requirement) is not { } requirement) errors[$"/documents/{i}/requirement"] = ["Tulis kode persyaratan dari standar layanan ini."];
            else if (!RequirementNeeds.IsAsked(requirement, service, answers)) errors[$"/documents/{i}/requirement"] = ["Persyaratan ini tidak diminta untuk jawaban Anda. Hapus berkas ini."];
            else if (!own.Contains(document.Document)) errors[$"/documents/{i}/document"] = ["Berkas ini tidak ada. Unggah dahulu, lalu pakai id yang diberikan."];
            else if (!files.TryAdd(document.Requirement, document.Document)) errors[$"/documents/{i}/requirement"] = ["Persyaratan ini sudah punya berkas. Kirim satu saja."];
        }

        return (files, errors);
    }
}

/// <summary>One list of everything that keeps an application from being filed.</summary>
internal static class FilingErrors
{
    public static Dictionary<string, string[]> Of(FormCheck form, Dictionary<string, string[]> files, IEnumerable<Requirement> missing)
    {
        var errors = new Dictionary<string, string[]>(form.ErrorsByPointer(english: false));
        foreach (var (pointer, texts) in files) errors[pointer] = texts;
        foreach (var requirement in missing) errors[$"/documents/{requirement.Code}"] = [$"Unggah {requirement.NameId}."];
        return errors;
    }
}
