using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// <c>{ "nik": "1375016501909990", "name": "Siti Anggraini", "relation": "Anak", "birthDate": "2015-03-02", "sex": "Perempuan" }</c>, as the family
/// card writes it; birthDate and sex may be left out.
/// </summary>
internal sealed class PersonType : IFieldType
{
    private const string Example = """{ "nik": "1375016501909990", "name": "Siti Anggraini", "relation": "Anak" }""";
    private static readonly string[] Sexes = ["Laki-laki", "Perempuan"];

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (!ObjectReading.IsObjectOf(value, at, Example, "nik", "name", "relation", "birthDate", "sex")) return null;
        var faults = at.Faults;
        var person = new JsonObject
        {
            ["nik"] = ReadNik(value.Member("nik"), at.Below("nik")),
            ["name"] = ReadText(value.Member("name"), at.Below("name"), "Tulis nama lengkap, misalnya Siti Anggraini.", "Write the full name, for example Siti Anggraini."),
            ["relation"] = ReadText(value.Member("relation"), at.Below("relation"), "Tulis hubungan dalam keluarga, misalnya Anak.", "Write the relation in the family, for example Anak (child)."),
        };
        if (value.Member("birthDate") is var birth && !TypedText.IsBlank(birth))
            person["birthDate"] = DateType.TryRead(birth) is { } date && date <= at.Today ? birth.GetString() : at.Below("birthDate").Refuse("Tulis tanggal lahir yang sudah lewat, misalnya 9 11 2015.", "Write a birth date in the past, for example 2015-11-09.");
        if (value.Member("sex") is var sex && !TypedText.IsBlank(sex))
            person["sex"] = Sexes.FirstOrDefault(s => sex.ValueKind == JsonValueKind.String && sex.ValueEquals(s)) is { } said ? said : at.Below("sex").Refuse("Pilih Laki-laki atau Perempuan.", "Choose Laki-laki (male) or Perempuan (female).");
        return at.Faults == faults ? person : null;
    }

    public JsonObject Schema(FormField field) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("nik", "name", "relation"),
        ["properties"] = new JsonObject
        {
            ["nik"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{16}$" },
            ["name"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 100 },
            ["relation"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 100 },
            ["birthDate"] = new JsonObject { ["type"] = "string", ["format"] = "date" },
            ["sex"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Sexes.Select(s => JsonValue.Create(s))]) },
        },
    };

    public string Say(JsonNode value, FormField field, bool english)
    {
        string[] parts = [JsonText.Of(value, "name"), Nik.Mask(JsonText.Of(value, "nik")), JsonText.Of(value, "relation")];
        return value is JsonObject ? string.Join(", ", parts.Where(p => p.Length > 0)) : JsonText.Of(value);
    }

    private static JsonNode? ReadNik(JsonElement value, FieldReading at) =>
        TypedText.IsBlank(value) ? at.Refuse("Tulis NIK 16 angka, seperti di KTP-el.", "Write the NIK, the 16 digits on the identity card.") : FieldTypeTable.Nik.Read(value, at);

    private static string? ReadText(JsonElement value, FieldReading at, string id, string en)
    {
        if (!TypedText.IsBlank(value)) return TypedText.Read(value, at, 100);
        at.Refuse(id, en);
        return null;
    }
}
