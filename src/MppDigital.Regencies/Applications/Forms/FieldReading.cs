using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>The place where a value is being read: its field, its pointer, and the faults found so far.</summary>
internal sealed class FieldReading(FormField asked, string pointer, FormReading form, List<FormError> errors)
{
    public FormField Field => asked;

    public FieldValidation Validation => asked.Validation;

    public FormReading Form => form;

    public ITenantDirectory Directory => form.Directory;

    public DateOnly Today => form.Today;

    public int Faults => errors.Count;

    public FieldReading Below(string segment) => new(asked, $"{pointer}/{FormPointer.Escape(segment)}", form, errors);

    public FieldReading Below(int index) => new(asked, $"{pointer}/{index}", form, errors);

    /// <summary>A question of an item, read among that item's answers.</summary>
    public FieldReading Member(FormField member, FormScope item) => new(member, $"{pointer}/{FormPointer.Escape(member.Name)}", form with { Scope = item }, errors);

    /// <summary>The same place, where faults do not count.</summary>
    public FieldReading Aside() => new(asked, pointer, form, []);

    /// <summary>Notes that the question is not asked.</summary>
    public void Hide() => form.Hidden.Add(pointer);

    /// <summary>Notes a fault; returns null so that a type can leave with it.</summary>
    public JsonNode? Refuse(string id, string en)
    {
        errors.Add(new FormError(pointer, id, en));
        return null;
    }
}

/// <summary>What holds for the reading of a whole form.</summary>
/// <param name="Scope">The answers reached so far.</param>
/// <param name="Hidden">Pointers of the questions that turned out not to be asked.</param>
/// <param name="Lenient">A draft: what is written to questions that are not asked is passed over instead of refused.</param>
internal sealed record FormReading(ITenantDirectory Directory, DateOnly Today, FormScope Scope, HashSet<string> Hidden, bool Lenient);
