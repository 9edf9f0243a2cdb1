using System.Text.Json;
using System.Text.Json.Serialization;

namespace MppDigital.National.Catalog;

/// <summary>How definitions are written: snake_case, nothing unknown, nothing missing, no null where none is meant.</summary>
public static class DefinitionJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new WordEnums() },
    };

    /// <exception cref="JsonException">The text is no definition; the path says where.</exception>
    public static ServiceDefinition Read(string json) =>
        JsonSerializer.Deserialize<ServiceDefinition>(json, Options) ?? throw new JsonException("expected an object", "$", 0, 0);

    public static string Write(ServiceDefinition definition) => JsonSerializer.Serialize(definition, Options);

    /// <summary>Enums as kebab-case words; a wrong word is answered with the right ones.</summary>
    private sealed class WordEnums : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)(Activator.CreateInstance(typeof(WordEnum<>).MakeGenericType(typeToConvert)) ?? throw new InvalidOperationException(typeToConvert.Name));
    }

    private sealed class WordEnum<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ByWord.TryGetValue(reader.GetString() ?? "", out var value)
                ? value
                : throw new JsonException($"expected one of {string.Join(", ", ByWord.Keys)}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
