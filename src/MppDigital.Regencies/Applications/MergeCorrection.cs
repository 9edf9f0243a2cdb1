using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications;

internal static class MergeCorrection
{
    /// <summary>The filed answers with the mended fields put in. A field that nobody asked for may only be repeated as it was.</summary>
    public static (JsonElement Data, Dictionary<string, string[]> Errors) Of(string filed, JsonElement mended, IReadOnlyCollection<string> asked, ServiceDefinition service)
    {
        var errors = new Dictionary<string, string[]>();
        var data = JsonNode.Parse(filed)!.AsObject();
        if (mended.ValueKind == JsonValueKind.Object)
        {
            foreach (var answer in mended.EnumerateObject())
            {
                var value = JsonNode.Parse(answer.Value.GetRawText());
                if (service.FormFields.All(f => f.Name != answer.Name)) errors[$"/data/{answer.Name}"] = ["Isian ini tidak ada dalam formulir."];
                else if (asked.Contains(answer.Name)) data[answer.Name] = value;
                else if (!JsonNode.DeepEquals(data[answer.Name], value)) errors[$"/data/{answer.Name}"] = ["Isian ini tidak diminta untuk diperbaiki. Hapus dari perbaikan."];
            }
        }
        else if (mended.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            errors["/data"] = ["Kirim isian sebagai objek JSON."];
        }

        return (JsonSerializer.SerializeToElement(data), errors);
    }
}
