using System.Text.Json;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

public enum FormChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <param name="Name">Label of the question or name of the requirement.</param>
public sealed record FormChange(FormChangeKind Kind, Wording Name);

/// <summary>What a newer version of a form asks otherwise, told to whoever began under the older one.</summary>
public static class FormChanges
{
    public static IReadOnlyList<FormChange> Between(ServiceDefinition begun, ServiceDefinition now) =>
    [
        .. Of(begun.FormFields, now.FormFields, f => f.Name, f => new Wording(f.Label, f.LabelEn), AskedOf),
        .. Of(begun.Requirements, now.Requirements, r => r.Code, r => new Wording(r.NameId, r.NameEn), r => r),
    ];

    private static IEnumerable<FormChange> Of<T>(IReadOnlyList<T> begun, IReadOnlyList<T> now, Func<T, string> key, Func<T, Wording> name, Func<T, T> asked)
        where T : class
    {
        var before = begun.ToDictionary(key);
        foreach (var item in now)
        {
            if (!before.Remove(key(item), out var old)) yield return new FormChange(FormChangeKind.Added, name(item));
            else if (JsonSerializer.Serialize(asked(old), DefinitionJson.Options) != JsonSerializer.Serialize(asked(item), DefinitionJson.Options)) yield return new FormChange(FormChangeKind.Changed, name(item));
        }

        foreach (var gone in before.Values) yield return new FormChange(FormChangeKind.Removed, name(gone));
    }

    /// <summary>On which page a question stands makes it no other question.</summary>
    private static FormField AskedOf(FormField field) => field with { Section = null };
}
