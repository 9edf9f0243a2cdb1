using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications;

/// <summary>What a citizen may write when a file came back: what was asked, and questions that the mended answers open and nobody has answered yet.</summary>
public static class CorrectionScope
{
    /// <param name="asked">Names of fields that the officer marked; codes of requirements among them do not matter here.</param>
    /// <param name="filed">The answers as filed.</param>
    public static IReadOnlyList<FormField> Open(ServiceDefinition service, IReadOnlyCollection<string> asked, JsonObject filed)
    {
        var (open, form) = (new List<FormField>(), new FormScope(service.FormFields, filed));
        foreach (var field in service.FormFields.Where(f => f.Compute is null))
        {
            if (asked.Contains(field.Name) || (filed[field.Name] is null && Waits(field, form) && DependsOn(field, open))) open.Add(field);
        }

        return open;
    }

    /// <summary>Nothing called for it when the file was sent.</summary>
    private static bool Waits(FormField field, FormScope filed) => !Conditions.IsAsked(field, filed) || (field.RequiredWhen is not null && !Conditions.IsRequired(field, filed));

    private static bool DependsOn(FormField field, List<FormField> others) =>
        new[] { field.ShowWhen, field.RequiredWhen }.OfType<FormCondition>().SelectMany(c => c.Fields()).Any(name => others.Exists(o => o.Name == name));
}
