using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications;

/// <summary>What a citizen may write when a file came back: what was asked, and questions that the mended answers open and nobody has answered yet.</summary>
public static class CorrectionScope
{
    /// <param name="asked">Names of fields that the officer marked; codes of requirements among them do not matter here.</param>
    /// <param name="filed">The answers as filed.</param>
    public static IReadOnlyList<FormField> Open(ServiceDefinition service, IReadOnlyCollection<string> asked, JsonObject filed)
    {
        var open = new List<FormField>();
        foreach (var field in service.FormFields.Where(f => f.Compute is null))
        {
            var depends = new[] { field.ShowWhen, field.RequiredWhen }.OfType<FormCondition>().SelectMany(c => c.Fields()).Any(name => open.Exists(o => o.Name == name));
            if (asked.Contains(field.Name) || (depends && filed[field.Name] is null)) open.Add(field);
        }

        return open;
    }
}
