using System.Runtime.InteropServices;
using System.Text.Json;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Bounds that hold before anything is understood: size, depth, names given twice, unreadable characters.</summary>
internal static class FormLimits
{
    public const int Bytes = 64 * 1024;
    public const int Depth = 16;
    public const int DefaultTextLength = 200;
    public const int DefaultItems = 100;

    public static FormError? FaultOf(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
            return new FormError(FormPointer.Data, "Kirim jawaban sebagai objek JSON, misalnya { \"no_hp\": \"0812 3456 7890\" }.", "Send the answers as a JSON object, for example { \"no_hp\": \"0812 3456 7890\" }.");
        return JsonMarshal.GetRawUtf8Value(data).Length > Bytes
            ? new FormError(FormPointer.Data, "Jawaban terlalu panjang. Kirim paling banyak 64 KB.", "The answers are too long. Send 64 KB at most.")
            : FaultBelow(data, FormPointer.Data, 1);
    }

    private static FormError? FaultBelow(JsonElement value, string pointer, int depth)
    {
        if (depth > Depth) return new FormError(pointer, "Susunan jawaban terlalu dalam. Paling banyak 16 tingkat.", "The answer is nested too deeply. 16 levels at most.");
        if (value.ValueKind == JsonValueKind.String && TextOf(value) is null)
            return new FormError(pointer, "Ada huruf yang tidak dapat dibaca. Tulis lagi dengan huruf biasa.", "A character cannot be read. Write it again with ordinary letters.");
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                if (FaultBelow(item, $"{pointer}/{index++}", depth + 1) is { } fault) return fault;
        }

        if (value.ValueKind != JsonValueKind.Object) return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
                return new FormError(pointer, "Ada nama isian yang tidak dapat dibaca. Pakai huruf biasa.", "A name cannot be read. Use ordinary letters.");
            var below = $"{pointer}/{FormPointer.Escape(name)}";
            if (!seen.Add(name)) return new FormError(below, "Isian ini dikirim dua kali. Kirim sekali saja.", "This answer was sent twice. Send it once.");
            if (FaultBelow(member.Value, below, depth + 1) is { } fault) return fault;
        }

        return null;
    }

    // Half a surrogate pair is valid JSON but no text: every way of reading it throws.
    private static string? NameOf(JsonProperty member) => Readable(() => member.Name);

    private static string? TextOf(JsonElement value) => Readable(() => value.GetString() ?? "");

    private static string? Readable(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
