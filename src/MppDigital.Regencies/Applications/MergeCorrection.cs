using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications;

internal static class MergeCorrection
{
    /// <summary>
    /// The filed answers with the mended fields put in. A field that nobody asked for may only be repeated as it was; what the mended answers leave no
    /// room for, or what is worked out from them, goes.
    /// </summary>
    /// <param name="hiddenIn">Pointers of the questions that some answers leave no room for.</param>
    public static (JsonElement Data, Dictionary<string, string[]> Errors) Of(
        string filed, JsonElement mended, IReadOnlyCollection<string> asked, ServiceDefinition service, Func<JsonElement, IEnumerable<string>> hiddenIn)
    {
        var errors = new Dictionary<string, string[]>();
        var data = JsonNode.Parse(filed)!.AsObject();
        var sent = new HashSet<string>(StringComparer.Ordinal);
        if (mended.ValueKind == JsonValueKind.Object)
        {
            var open = CorrectionScope.Open(service, asked, data).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var answer in mended.EnumerateObject())
            {
                var value = JsonNode.Parse(answer.Value.GetRawText());
                if (service.FormFields.All(f => f.Name != answer.Name)) errors[FormPointer.Of(answer.Name)] = ["Isian ini tidak ada dalam formulir."];
                else if (open.Contains(answer.Name)) (data[answer.Name], _) = (value, sent.Add(answer.Name));
                else if (!JsonNode.DeepEquals(data[answer.Name], value)) errors[FormPointer.Of(answer.Name)] = ["Isian ini tidak diminta untuk diperbaiki. Hapus dari perbaikan."];
            }
        }
        else if (mended.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            errors[FormPointer.Data] = ["Kirim isian sebagai objek JSON."];
        }

        foreach (var field in service.FormFields.Where(f => f.Compute is not null)) data.Remove(field.Name);
        FormPruning.Remove(data, hiddenIn(JsonSerializer.SerializeToElement(data)).Where(pointer => !sent.Contains(pointer.Split('/')[2])));
        return (JsonSerializer.SerializeToElement(data), errors);
    }
}
