using System.Text.Json;

namespace MppDigital.Connectors.Messages;

/// <summary>Reads the members of what a gateway tells; what cannot be read is told by field, as <c>(pointer, what is expected)</c>.</summary>
internal sealed class SignedText
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private readonly JsonElement root;
    private readonly List<(string, string)> faults = [];

    private SignedText(JsonElement root) => this.root = root;

    public IReadOnlyList<(string Pointer, string Text)> Faults => faults;

    public static (T? Read, IReadOnlyList<(string Pointer, string Text)> Faults) Of<T>(ReadOnlyMemory<byte> body, string[] known, Func<SignedText, T> read) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, [("", "Kirim satu objek JSON.")]);
            var text = new SignedText(document.RootElement);
            foreach (var stranger in document.RootElement.EnumerateObject().Where(m => !known.Contains(m.Name)).Take(5)) text.Wrong(stranger.Name.Length <= 40 ? stranger.Name : stranger.Name[..40], "Isian ini tidak dikenal. Hapus.");
            var value = read(text);
            return text.faults.Count == 0 ? (value, []) : (null, text.faults);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or text in it that is no Unicode.
            return (null, [("", "Isi bukan JSON yang dapat dibaca.")]);
        }
    }

    public void Wrong(string name, string expected) => faults.Add(($"/{name}", expected));

    public string? Raw(string name) => root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    /// <summary>Visible ASCII without blanks.</summary>
    public string Reference(string name, int longest)
    {
        if (Raw(name) is { Length: > 0 } text && text.Length <= longest && text.All(c => c is > ' ' and <= '~')) return text;
        Wrong(name, $"Tulis 1 sampai {longest} huruf, angka atau tanda tanpa spasi.");
        return "";
    }

    public DateTimeOffset Instant(string name)
    {
        if (root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.TryGetDateTimeOffset(out var at)) return at;
        Wrong(name, "Tulis waktu RFC 3339, misalnya 2026-11-24T09:00:00+07:00.");
        return default;
    }

    public T Choice<T>(string name, string expected, Func<string?, T?> read) where T : struct
    {
        if (read(Raw(name)) is { } value) return value;
        Wrong(name, expected);
        return default;
    }
}
