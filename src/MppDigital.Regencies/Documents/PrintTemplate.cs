using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Templates;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Documents.Pdf;

namespace MppDigital.Regencies.Documents;

/// <summary>Fills the template of a product; <see cref="IssuedDocumentContent"/> is what both the PDF and the page print.</summary>
/// <param name="Facts">Values of <see cref="TemplateText.Facts"/>; one that is null has none.</param>
internal sealed record PrintTemplate(ServiceDefinition Service, JsonObject Answers, IReadOnlyDictionary<string, string?> Facts, ITenantDirectory Directory)
{
    /// <param name="plain">What a document without a template says.</param>
    public IssuedDocumentContent On(IssuedDocumentContent plain) => Service.Product.Template is not { } template ? plain : plain with
    {
        Title = Fill(template.Title) ?? plain.Title,
        Opening = Fill(template.Opening) ?? plain.Opening,
        Holder = (template.Holder is { } holder ? Fill(holder) : null) ?? plain.Holder,
        Decision = Fill(template.Decision),
        Rows = [.. template.Rows.SelectMany(Rows)],
        Conditions = Fill(template.Conditions),
        Closing = template.Closing is { } closing ? Fill(closing) : null,
        SaysThatItHasNoEnd = false,
        Seal = plain.Seal is DocumentSeal.SignedBy signed && Fill(template.SignedAs) is { } role ? signed with { Role = role } : plain.Seal,
    };

    private IEnumerable<DocumentRow> Rows(TemplateRow row)
    {
        if (row.Each is null) return Fill(row.Value) is { } value ? [new(row.LabelId, value, row.LabelEn)] : [];
        var group = Service.FormFields.First(f => f.Name == row.Each);
        var items = (Answers[row.Each] as JsonArray ?? []).OfType<JsonObject>().Select(item => TemplateText.Fill(row.Value, name => Value(name, group, item))).OfType<string>().ToList();
        return items.Select((value, i) => new DocumentRow(items.Count > 1 ? $"{row.LabelId} {i + 1}" : row.LabelId, value, items.Count > 1 ? $"{row.LabelEn} {i + 1}" : row.LabelEn));
    }

    private List<string> Fill(IReadOnlyList<string> texts) => [.. texts.Select(Fill).OfType<string>()];

    private string? Fill(string text) => TemplateText.Fill(text, name => Value(name, null, null));

    private string? Value(string name, FormField? group, JsonObject? item) => name.Split('.') switch
    {
        [TemplateText.Answer, var asked] => Of(Service.FormFields, asked, Answers),
        [TemplateText.Item, var asked] when group?.Fields is { } members => Of(members, asked, item!),
        _ => Facts.GetValueOrDefault(name),
    };

    private string? Of(IReadOnlyList<FormField> fields, string name, JsonObject answers) => fields.FirstOrDefault(f => f.Name == name) is { } field ? PrintedValue.Of(field, answers[name], Directory) : null;
}
