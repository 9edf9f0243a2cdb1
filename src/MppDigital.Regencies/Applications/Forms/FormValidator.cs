using System.Text.Json;
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
        Check(definition, data, held, directory, today, AllOf(definition));

    /// <summary>Some fields only: one step of the form, or what an officer asked to mend. The others decide what is asked; they are neither refused nor returned.</summary>
    public static FormCheck Check(ServiceDefinition definition, JsonElement data, HeldFacts held, ITenantDirectory directory, DateOnly today, IReadOnlySet<string> only) =>
        Read(definition, data, held, directory, today, only, lenient: false);

    /// <summary>A draft on its way: answers that changed answers left behind are passed over instead of refused.</summary>
    /// <param name="only">Null: the whole form.</param>
    public static FormCheck CheckDraft(ServiceDefinition definition, JsonElement data, HeldFacts held, ITenantDirectory directory, DateOnly today, IReadOnlySet<string>? only = null) =>
        Read(definition, data, held, directory, today, only ?? AllOf(definition), lenient: true);

    private static HashSet<string> AllOf(ServiceDefinition definition) => definition.FormFields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);

    private static FormCheck Read(ServiceDefinition definition, JsonElement data, HeldFacts held, ITenantDirectory directory, DateOnly today, IReadOnlySet<string> only, bool lenient)
    {
        if (FormLimits.FaultOf(data) is { } unreadable) return FormCheck.Unreadable(unreadable);
        var form = new FormReading(directory, today, new FormScope(definition.FormFields, []), [], lenient);
        var unverified = new HashSet<string>(StringComparer.Ordinal);
        var (errors, aside) = (new List<FormError>(), new List<FormError>());
        if (!lenient) errors.AddRange(UnknownFields(definition, data));
        if (ApplicantFault(definition, held.Applicant) is { } fault) errors.Add(fault);
        foreach (var field in definition.FormFields)
        {
            var at = new FieldReading(field, FormPointer.Of(field.Name), form, only.Contains(field.Name) ? errors : aside);
            if (FieldVisit.Read(data.Member(field.Name), held, at) is not { } answer) continue;
            form.Scope.Answers[field.Name] = answer;
            if (!only.Contains(field.Name)) continue;
            if (held.IsUnverified(field, answer)) unverified.Add(field.Name);
            PassportValidity.Check(definition, answer, data, held, at);
        }

        var required = definition.FormFields.Where(f => Conditions.IsAsked(f, form.Scope) && Conditions.IsRequired(f, form.Scope)).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(RefusedTogether(definition, form.Scope, only, errors));
        foreach (var other in definition.FormFields.Where(f => !only.Contains(f.Name))) form.Scope.Answers.Remove(other.Name);
        return new FormCheck(errors, form.Scope.Answers, unverified, form.Hidden) { Required = required };
    }

    /// <summary>Rules speak of a field that is itself in order: one fault at a time is enough to mend.</summary>
    private static List<FormError> RefusedTogether(ServiceDefinition definition, FormScope scope, IReadOnlySet<string> only, List<FormError> found) =>
        [.. definition.FormRules.Where(r => only.Contains(r.Field) && scope.AnswerTo(r.Field) is not null && found.All(e => e.At != FormPointer.Of(r.Field)) && Conditions.Hold(r.RefuseWhen, scope))
            .Select(r => new FormError(FormPointer.Of(r.Field), r.MessageId, r.MessageEn))];

    private static IEnumerable<FormError> UnknownFields(ServiceDefinition definition, JsonElement data) =>
        data.EnumerateObject().Select(m => m.Name).Where(name => definition.FormFields.All(f => f.Name != name)).Take(MostUnknownReported)
            .Select(name => new FormError(FormPointer.Of(name), "Formulir ini tidak punya isian dengan nama itu. Hapus isian ini.", "This form has no field of that name. Remove it."));

    private static FormError? ApplicantFault(ServiceDefinition definition, ApplicantKind applicant) =>
        definition.ApplicantKinds.Contains(applicant == ApplicantKind.Person ? "perorangan" : "badan usaha") ? null
        : applicant == ApplicantKind.Person ? new FormError("/onBehalfOf", "Layanan ini untuk badan usaha. Ajukan atas nama badan usaha Anda dengan NIB-nya.", "This service is for businesses. Apply in the name of your business with its NIB.")
        : new FormError("/onBehalfOf", "Layanan ini untuk perorangan. Ajukan atas nama Anda sendiri.", "This service is for persons. Apply in your own name.");
}
