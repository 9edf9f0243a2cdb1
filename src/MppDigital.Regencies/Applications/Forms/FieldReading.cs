using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>The place where a value is being read: its field, its pointer, and the faults found so far.</summary>
internal sealed class FieldReading(FormField asked, string pointer, ITenantDirectory directory, DateOnly today, List<FormError> errors)
{
    public FormField Field => asked;

    public FieldValidation Validation => asked.Validation;

    public ITenantDirectory Directory => directory;

    public DateOnly Today => today;

    public int Faults => errors.Count;

    public FieldReading Below(string segment) => new(asked, $"{pointer}/{FormPointer.Escape(segment)}", directory, today, errors);

    public FieldReading Below(int index) => new(asked, $"{pointer}/{index}", directory, today, errors);

    /// <summary>Notes a fault; returns null so that a type can leave with it.</summary>
    public JsonNode? Refuse(string id, string en)
    {
        errors.Add(new FormError(pointer, id, en));
        return null;
    }
}
