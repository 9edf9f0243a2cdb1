using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON array of items of one type, each once; 100 at most unless the definition says fewer.</summary>
internal sealed class ListType(IFieldType item) : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        var label = at.Field.InSentence();
        if (value.ValueKind != JsonValueKind.Array) return at.Refuse($"Isi {label.Id} sebagai daftar.", $"Give {label.En} as a list.");
        if (RefuseCount(value.GetArrayLength(), at)) return null;
        var faults = at.Faults;
        var items = new JsonArray();
        foreach (var (i, element) in value.EnumerateArray().Index())
        {
            if (item.Read(element, at.Below(i)) is not { } read) continue;
            if (items.Any(earlier => JsonNode.DeepEquals(earlier, read))) at.Below(i).Refuse("Isi ini sudah ada di daftar. Tulis yang lain.", "This is in the list already. Write another.");
            else items.Add(read);
        }

        return at.Faults == faults ? items : null;
    }

    public JsonObject Schema(FormField field) => new()
    {
        ["type"] = "array",
        ["minItems"] = Fewest(field),
        ["maxItems"] = Most(field),
        ["uniqueItems"] = true,
        ["items"] = item.Schema(field),
    };

    public string Say(JsonNode value, FormField field, bool english) =>
        value is JsonArray items ? string.Join("; ", items.OfType<JsonNode>().Select(one => item.Say(one, field, english))) : JsonText.Of(value);

    internal static bool RefuseCount(int count, FieldReading at)
    {
        var (label, least, most) = (at.Field.InSentence(), Fewest(at.Field), Most(at.Field));
        if (count < least) at.Refuse($"Isi {label.Id} paling sedikit {least}. Sekarang {count}.", $"Give at least {least} for {label.En}. There are {count} now.");
        else if (count > most) at.Refuse($"Isi {label.Id} paling banyak {most}. Sekarang {count}.", $"Give {most} at most for {label.En}. There are {count} now.");
        return count < least || count > most;
    }

    internal static int Fewest(FormField field) => field.Validation.MinItems ?? 1;

    internal static int Most(FormField field) => Math.Min(field.Validation.MaxItems ?? FormLimits.DefaultItems, FormLimits.DefaultItems);
}
