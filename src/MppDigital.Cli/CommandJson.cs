using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MppDigital.Cli;

/// <summary>JSON as scripts read and write it: camel case, every member that is not nullable required, instants with their offset.</summary>
internal static partial class CommandJson
{
    public static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        // Unsafe means inside HTML; this goes to a terminal or a file, where "+" and "•" are to be read as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new Instant() },
    };

    public static readonly JsonSerializerOptions Indented = new(Lines) { WriteIndented = true };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex InstantShape();

    /// <summary>An instant without offset would silently be taken in the zone of this machine.</summary>
    private sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && InstantShape().IsMatch(text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant)
                ? instant
                : throw new JsonException("expected an instant with offset, such as 2026-11-19T10:00:00+07:00");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture));
    }
}
