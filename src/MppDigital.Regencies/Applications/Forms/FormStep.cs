using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>One page of a form: some fields that belong together, or one file to give.</summary>
/// <param name="Key">Stays the same for one definition; the last part of the page's address.</param>
/// <param name="Fields">Empty on an upload step.</param>
/// <param name="Upload">The requirement that the file is for; null on a step of fields.</param>
/// <param name="Known">Everything here is held already: the step is passed over, and reached only by changing an answer on review.</param>
public sealed record FormStep(string Key, Wording Title, IReadOnlyList<FormField> Fields, Requirement? Upload, bool Known)
{
    /// <summary>A sentence under the title; null where the definition has none.</summary>
    public Wording? Help { get; init; }
}
