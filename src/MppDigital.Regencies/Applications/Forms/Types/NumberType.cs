using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>How finely a number is told.</summary>
internal enum NumberKind
{
    Whole,

    /// <summary>Up to 2 decimals: metres, hectares.</summary>
    Decimal,
    Rupiah,
}

/// <summary>JSON number, never a string: <c>2</c>, <c>120.5</c>; money is whole rupiah, <c>350000000</c>.</summary>
internal sealed class NumberType(NumberKind kind) : IFieldType
{
    // Exact in every JSON reader that keeps numbers as doubles.
    private const long Largest = 999_999_999_999_999;

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        var label = at.Field.InSentence();
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || Math.Abs(number) > Largest || decimal.Round(number, kind == NumberKind.Decimal ? 2 : 0) != number)
            return kind switch
            {
                NumberKind.Whole => at.Refuse($"Tulis {label.Id} dengan angka bulat, misalnya 2.", $"Write {label.En} as a whole number, for example 2."),
                NumberKind.Rupiah => at.Refuse($"Tulis {label.Id} dalam rupiah, angka bulat, misalnya 2500000.", $"Write {label.En} in whole rupiah, for example 2500000."),
                _ => at.Refuse($"Tulis {label.Id} dengan angka, paling banyak 2 angka di belakang koma, misalnya 120,5.", $"Write {label.En} as a number with at most 2 decimals, for example 120.5."),
            };

        var bounds = at.Validation;
        if (bounds.Minimum is { } least && number < least) return at.Refuse($"Tulis {label.Id} paling sedikit {Words(least, false)}.", $"Write {label.En} as {Words(least, true)} or more.");
        if (bounds.ExclusiveMinimum is { } above && number <= above) return at.Refuse($"Tulis {label.Id} lebih dari {Words(above, false)}.", $"Write {label.En} as more than {Words(above, true)}.");
        if (bounds.Maximum is { } most && number > most) return at.Refuse($"Tulis {label.Id} paling banyak {Words(most, false)}.", $"Write {label.En} as {Words(most, true)} or less.");
        return kind == NumberKind.Decimal ? JsonValue.Create(number) : JsonValue.Create((long)number);
    }

    public JsonObject Schema(FormField field)
    {
        var schema = new JsonObject { ["type"] = kind == NumberKind.Decimal ? "number" : "integer" };
        if (kind == NumberKind.Decimal) schema["multipleOf"] = 0.01;
        if (field.Validation.Minimum is { } least) schema["minimum"] = least;
        if (field.Validation.ExclusiveMinimum is { } above) schema["exclusiveMinimum"] = above;
        if (field.Validation.Maximum is { } most) schema["maximum"] = most;
        return schema;
    }

    public string Say(JsonNode value, FormField field, bool english)
    {
        if (!decimal.TryParse(JsonText.Of(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return JsonText.Of(value);
        // A year takes no thousands mark.
        return field.Name == "tahun" ? number.ToString("0", CultureInfo.InvariantCulture) : (kind == NumberKind.Rupiah ? "Rp" : "") + Words(number, english);
    }

    private static string Words(decimal number, bool english) => number.ToString("#,0.##", FormCulture.Of(english));
}
