using System.Globalization;
using System.Text.Json.Nodes;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Takes answers out of a form, by the pointers under which they are asked.</summary>
public static class FormPruning
{
    /// <param name="pointers">As in <see cref="FormCheck.Hidden"/>: <c>/data/alamat_baru</c>, <c>/data/tim/0/nik</c>.</param>
    public static void Remove(JsonObject answers, IEnumerable<string> pointers)
    {
        foreach (var path in pointers.Select(p => p.Split('/')))
        {
            var holder = path.Skip(2).SkipLast(1).Aggregate((JsonNode?)answers, Below);
            (holder as JsonObject)?.Remove(path[^1]);
        }
    }

    private static JsonNode? Below(JsonNode? node, string part) => node switch
    {
        JsonObject group => group[part],
        JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
        _ => null,
    };
}
