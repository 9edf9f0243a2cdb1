using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Forms.Types;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>
/// Checks answers against the form of a definition. The JSON shape of each type is documented on its class in <c>Types</c>; names of members
/// are the names of the fields, and nothing else may be there.
/// </summary>
public static class FormValidator
{
    private const int MostUnknownReported = 20;

    /// <summary>The whole form, as on submission.</summary>
    /// <param name="today">Local date of the regency.</param>
    public static FormCheck Check(ServiceDefinition definition, JsonElement data, HeldFacts held, ITenantDirectory directory, DateOnly today) =>
        Check(definition, data, held, directory, today, definition.FormFields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal));

    /// <summary>Some fields only: one step of the form, or what an officer asked to mend. The others may be present; they are neither checked nor returned.</summary>
    public static FormCheck Check(ServiceDefinition definition, JsonElement data, HeldFacts held, ITenantDirectory directory, DateOnly today, IReadOnlySet<string> only)
    {
        var stored = new JsonObject();
        var unverified = new HashSet<string>(StringComparer.Ordinal);
        if (FormLimits.FaultOf(data) is { } unreadable) return new FormCheck([unreadable], stored, unverified);

        var errors = new List<FormError>();
        errors.AddRange(UnknownFields(definition, data));
        if (ApplicantFault(definition, held.Applicant) is { } fault) errors.Add(fault);
        foreach (var field in definition.FormFields.Where(f => only.Contains(f.Name)))
        {
            var at = new FieldReading(field, FormPointer.Of(field.Name), directory, today, errors);
            if (Answer(field, data.Member(field.Name), held, at) is not { } answer) continue;
            stored[field.Name] = answer;
            if (held.IsUnverified(field, answer)) unverified.Add(field.Name);
            PassportValidity.Check(definition, answer, data, held, at);
        }

        return new FormCheck(errors, stored, unverified);
    }

    private static JsonNode? Answer(FormField field, JsonElement given, HeldFacts held, FieldReading at)
    {
        var known = held.ValueFor(field);
        if (known is not null && !field.Editable) return Fixed(field, given, known, at);
        if (given.ValueKind == JsonValueKind.Undefined && known is not null) return known;
        if (!TypedText.IsBlank(given)) return FieldTypeTable.Find(field.Type).Read(given, at);
        return field.Required ? Missing(field, at) : null;
    }

    private static JsonNode? Fixed(FormField field, JsonElement given, JsonNode known, FieldReading at)
    {
        if (given.ValueKind == JsonValueKind.Undefined || JsonNode.DeepEquals(JsonNode.Parse(given.GetRawText()), known)) return known;
        var reading = new FieldReading(field, "", at.Directory, at.Today, []);
        if (JsonNode.DeepEquals(FieldTypeTable.Find(field.Type).Read(given, reading), known)) return known;
        var label = field.InSentence();
        return at.Refuse($"Kami sudah memegang {label.Id}. Kosongkan isian ini. Bila datanya salah, betulkan lewat instansi sumbernya.", $"We already hold {label.En}. Leave this field out. If the data is wrong, have it mended by the register that holds it.");
    }

    private static JsonNode? Missing(FormField field, FieldReading at)
    {
        var label = field.InSentence();
        return field.Type switch
        {
            "enum" or "array<enum>" or "regency-code" => at.Refuse($"Pilih {label.Id}.", $"Choose {label.En}."),
            "facility" => at.Refuse($"Pilih atau tulis {label.Id}, misalnya RSUD Bukittinggi.", $"Choose or write {label.En}, for example RSUD Bukittinggi."),
            "boolean" => at.Refuse($"Pilih Ya atau Tidak untuk “{field.Label}”.", $"Choose yes or no for “{field.LabelEn}”."),
            "phone" => at.Refuse($"Tulis {label.Id}, misalnya 0812 3456 7890.", $"Write {label.En}, for example 0812 3456 7890."),
            "date" => at.Refuse($"Tulis {label.Id}, misalnya 9 11 2026.", $"Write {label.En}, for example 9 11 2026."),
            "schedule" => at.Refuse($"Isi {label.Id}, misalnya Senin 08.00 sampai 12.00.", $"Fill in {label.En}, for example Monday 08:00 to 12:00."),
            "slot" => at.Refuse($"Pilih tanggal dan jam untuk {label.Id}, misalnya 24 11 2026 jam 09.00.", $"Choose a date and time for {label.En}, for example 24 11 2026 at 09:00."),
            var type when FieldTypes.IsList(type) => at.Refuse($"Isi {label.Id}, paling sedikit {field.Validation.MinItems ?? 1}.", $"Fill in {label.En}, at least {field.Validation.MinItems ?? 1}."),
            _ => at.Refuse($"Tulis {label.Id}.", $"Write {label.En}."),
        };
    }

    private static IEnumerable<FormError> UnknownFields(ServiceDefinition definition, JsonElement data) =>
        data.EnumerateObject().Select(m => m.Name).Where(name => definition.FormFields.All(f => f.Name != name)).Take(MostUnknownReported)
            .Select(name => new FormError(FormPointer.Of(name), "Formulir ini tidak punya isian dengan nama itu. Hapus isian ini.", "This form has no field of that name. Remove it."));

    private static FormError? ApplicantFault(ServiceDefinition definition, ApplicantKind applicant) =>
        definition.ApplicantKinds.Contains(applicant == ApplicantKind.Person ? "perorangan" : "badan usaha") ? null
        : applicant == ApplicantKind.Person ? new FormError("/onBehalfOf", "Layanan ini untuk badan usaha. Ajukan atas nama badan usaha Anda dengan NIB-nya.", "This service is for businesses. Apply in the name of your business with its NIB.")
        : new FormError("/onBehalfOf", "Layanan ini untuk perorangan. Ajukan atas nama Anda sendiri.", "This service is for persons. Apply in your own name.");
}
