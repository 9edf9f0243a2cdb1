using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// <c>{ "street": "Jl. Sudirman 5, RT 001 RW 002", "village": "Aur Kuning", "district": "Aur Birugo", "regency": "13.75", "postalCode": "26181" }</c>;
/// village, district and postalCode may be left out, regency is one of the 514. One that a register holds may have its street alone.
/// The definition's maxLength bounds all parts together.
/// </summary>
internal sealed class AddressType : IFieldType
{
    private const string Example = """{ "street": "Jl. Sudirman 5", "regency": "13.75" }""";

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (!ObjectReading.IsObjectOf(value, at, Example, "street", "village", "district", "regency", "postalCode")) return null;
        var faults = at.Faults;
        var address = new JsonObject();
        if (TypedText.IsBlank(value.Member("street")))
            at.Below("street").Refuse("Tulis jalan dan nomornya, misalnya Jl. Sudirman 5, RT 001 RW 002.", "Write the street and number, for example Jl. Sudirman 5, RT 001 RW 002.");
        else
            address["street"] = TypedText.Read(value.Member("street"), at.Below("street"), FormLimits.DefaultTextLength);
        foreach (var part in (ReadOnlySpan<string>)["village", "district"])
            if (value.Member(part) is var text && !TypedText.IsBlank(text)) address[part] = TypedText.Read(text, at.Below(part), 100);
        address["regency"] = RegencyCodeType.ReadCode(value.Member("regency"), at.Below("regency"));
        if (value.Member("postalCode") is var postal && !TypedText.IsBlank(postal)) address["postalCode"] = ReadPostalCode(postal, at.Below("postalCode"));

        var longest = at.Validation.MaxLength ?? 300;
        if (at.Faults == faults && address.Sum(part => JsonText.Of(part.Value).Length) > longest)
            at.Refuse($"Tulis alamat lebih pendek, paling banyak {longest} huruf seluruhnya.", $"Write a shorter address, {longest} characters in all at most.");
        return at.Faults == faults ? address : null;
    }

    public JsonObject Schema(FormField field) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("street", "regency"),
        ["properties"] = new JsonObject
        {
            ["street"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = FormLimits.DefaultTextLength },
            ["village"] = new JsonObject { ["type"] = "string", ["maxLength"] = 100 },
            ["district"] = new JsonObject { ["type"] = "string", ["maxLength"] = 100 },
            ["regency"] = new JsonObject { ["type"] = "string", ["pattern"] = RegencyCodeType.Pattern },
            ["postalCode"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{5}$" },
        },
    };

    public string Say(JsonNode value, FormField field, bool english)
    {
        string[] parts = [JsonText.Of(value, "street"), JsonText.Of(value, "village"), JsonText.Of(value, "district"), $"{JsonText.Of(value, "regency")} {JsonText.Of(value, "postalCode")}".Trim()];
        return value is JsonObject ? string.Join(", ", parts.Where(p => p.Length > 0)) : JsonText.Of(value);
    }

    private static JsonNode? ReadPostalCode(JsonElement value, FieldReading at) =>
        TypedText.Read(value, at, FormLimits.DefaultTextLength) switch
        {
            null => null,
            { Length: 5 } code when code.All(char.IsAsciiDigit) => JsonValue.Create(code),
            _ => at.Refuse("Tulis kode pos 5 angka, misalnya 26181.", "Write the postal code in 5 digits, for example 26181."),
        };
}
