using System.Globalization;
using System.Text.Json.Nodes;
using MppDigital.Web.RegencyAdmin;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>One element of a definition as a field of a form.</summary>
/// <param name="Pointer">Where it lies in the definition.</param>
internal sealed record EditedField(string Id, string Pointer)
{
    public static IReadOnlyList<EditedField> All { get; } =
    [
        new("nama", "/name_id") { Text = true }, new("nama_en", "/name_en") { Text = true }, new("uraian", "/description_id") { Text = true, Long = true }, new("uraian_en", "/description_en") { Text = true, Long = true },
        new("hari", "/processing_time/catalog_standard_working_days") { Number = true }, new("hari_otomatis", "/processing_time/deemed_approval/after_working_days") { Number = true, HasHint = true },
        new("hari_tercepat", "/override_bounds/shortest_working_days") { Number = true, HasHint = true }, new("berlaku", "/effective_from") { HasHint = true },
        new("masa", "/product/validity_years") { Number = true, HasHint = true }, new("catatan", "/note") { Text = true, Long = true },
    ];

    public bool Text { get; private init; }

    public bool Long { get; private init; }

    public bool Number { get; private init; }

    public bool HasHint { get; private init; }

    private string[] Parts => Pointer[1..].Split('/');

    public string Read(JsonObject definition)
    {
        JsonNode? node = definition;
        foreach (var part in Parts) node = (node as JsonObject)?[part];
        if (node is null) return "";
        return Text || Number ? node.ToString() : TypedDate.TryRead(node.ToString(), out var day) ? TypedDate.Write(day) : node.ToString();
    }

    /// <returns>The text that says what is wrong with what was typed; null when it was written.</returns>
    public string? Write(JsonObject definition, string typed)
    {
        var text = typed.Trim().ReplaceLineEndings(" ");
        if (text == Read(definition)) return null;
        JsonNode? value = text;
        if (Number && text.Length == 0) value = null;
        else if (Number && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return "NumberWrong";
        else if (Number) value = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        else if (!Text)
        {
            if (!TypedDate.TryRead(text, out var day)) return "DateWrong";
            value = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var parent = definition;
        foreach (var part in Parts[..^1])
        {
            // Bounds may be set where there were none yet; a law that grants nothing is not made up here.
            if (parent[part] is not JsonObject && Pointer.StartsWith("/override_bounds", StringComparison.Ordinal)) parent[part] = new JsonObject { ["shortest_working_days"] = 0, ["tariff"] = null, ["additional_requirement"] = false };
            if (parent[part] is not JsonObject below) return "NotHere";
            parent = below;
        }

        parent[Parts[^1]] = value;
        return null;
    }
}
