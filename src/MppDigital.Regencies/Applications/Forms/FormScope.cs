using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>The answers reached so far, where conditions and computations look: those of the item, then those of the form around it.</summary>
internal sealed class FormScope(IReadOnlyList<FormField> fields, JsonObject answers, FormScope? outer = null)
{
    public JsonObject Answers => answers;

    /// <summary>The field of that name; null for none.</summary>
    public FormField? FieldOf(string name) => fields.FirstOrDefault(f => f.Name == name) ?? outer?.FieldOf(name);

    public JsonNode? AnswerTo(string name) => fields.Any(f => f.Name == name) ? answers[name] : outer?.AnswerTo(name);
}
