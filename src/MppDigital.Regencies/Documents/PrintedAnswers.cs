using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Templates;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Documents.Pdf;

namespace MppDigital.Regencies.Documents;

/// <summary>What a document of a product without a template states: the answers in the order of the form, without what identifies or locates a person.</summary>
internal static class PrintedAnswers
{
    public static IEnumerable<DocumentRow> Of(ServiceDefinition service, JsonObject answers, ITenantDirectory directory) =>
        service.FormFields.SelectMany(field => field.IsGroup ? Items(field, answers[field.Name] as JsonArray ?? [], directory) : Row(field, answers, directory));

    private static IEnumerable<DocumentRow> Row(FormField field, JsonObject answers, ITenantDirectory directory) =>
        IsStated(field) && PrintedValue.Of(field, answers[field.Name], directory) is { } said ? [new(field.Label, said, field.LabelEn)] : [];

    private static IEnumerable<DocumentRow> Items(FormField group, JsonArray items, ITenantDirectory directory) =>
        items.OfType<JsonObject>().Select(item => string.Join(", ", group.Fields!.Where(IsStated).Select(m => PrintedValue.Of(m, item[m.Name], directory)).OfType<string>())).Index()
            .Where(said => said.Item.Length > 0).Select(said => new DocumentRow($"{group.Label} {said.Index + 1}", said.Item, $"{group.LabelEn} {said.Index + 1}"));

    private static bool IsStated(FormField field) => PrintedFields.CanPrint(field) && !PrintedFields.IsMasked(field) && field.Type is not ("geopoint" or "boolean") && field.Source != "person.name";
}
