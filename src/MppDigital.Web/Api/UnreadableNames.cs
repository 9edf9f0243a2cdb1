using System.Text.Json;

namespace MppDigital.Web.Api;

/// <summary>Finds what JSON allows and no reader agrees on: a name given twice, and half of a surrogate pair, which is valid JSON but no text.</summary>
internal static class UnreadableNames
{
    /// <returns>JSON pointer of the first one and what is wrong with it; null when there is none.</returns>
    public static (string Pointer, string Text)? Find(JsonElement value, string pointer = "") => value.ValueKind switch
    {
        JsonValueKind.Object => InObject(value, pointer),
        JsonValueKind.Array => value.EnumerateArray().Select((item, i) => Find(item, $"{pointer}/{i}")).FirstOrDefault(fault => fault is not null),
        JsonValueKind.String when !IsText(() => value.GetString()) => (pointer, "Ada huruf yang tidak dapat dibaca. Tulis lagi dengan huruf biasa."),
        _ => null,
    };

    private static (string Pointer, string Text)? InObject(JsonElement value, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!IsText(() => member.Name)) return (pointer, "Ada nama yang tidak dapat dibaca. Pakai huruf biasa.");
            var below = $"{pointer}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (!seen.Add(member.Name)) return (below, "Bagian ini dikirim dua kali. Kirim sekali saja.");
            if (Find(member.Value, below) is { } fault) return fault;
        }

        return null;
    }

    private static bool IsText(Func<string?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
