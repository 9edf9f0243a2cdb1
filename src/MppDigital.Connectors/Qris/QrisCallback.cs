using System.Text.Json;

namespace MppDigital.Connectors.Qris;

/// <summary>The body of a callback. What cannot be read is told by field, as <c>(pointer, what is expected)</c>.</summary>
public static class QrisCallback
{
    private const int LongestReference = 60;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };
    private static readonly HashSet<string> Known = ["reference", "providerReference", "status", "amount", "currency", "at"];

    /// <returns>Null for the report where something is wrong; one fault with an empty pointer where it is no JSON object.</returns>
    public static (QrisReport? Report, IReadOnlyList<(string Pointer, string Text)> Faults) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : (null, [("", "Kirim satu objek JSON.")]);
        }
        catch (JsonException)
        {
            return (null, [("", "Isi bukan JSON yang dapat dibaca.")]);
        }
    }

    private static (QrisReport?, IReadOnlyList<(string, string)>) Read(JsonElement root)
    {
        var faults = new List<(string, string)>();
        foreach (var stranger in root.EnumerateObject().Where(m => !Known.Contains(m.Name)).Take(5)) faults.Add(($"/{(stranger.Name.Length <= 40 ? stranger.Name : stranger.Name[..40])}", "Isian ini tidak dikenal. Hapus."));
        var reference = Text(root, "reference", faults);
        var provider = Text(root, "providerReference", faults);
        QrisStatus? status = Member(root, "status") is { ValueKind: JsonValueKind.String } word ? StatusOf(word.GetString()) : null;
        if (status is null or QrisStatus.Pending) faults.Add(("/status", "Tulis paid, failed, expired atau refunded."));
        long amount = 0;
        if (Member(root, "amount") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt64(out amount) || amount < 1) faults.Add(("/amount", "Tulis rupiah bulat lebih dari 0."));
        var at = default(DateTimeOffset);
        if (Member(root, "at") is not { ValueKind: JsonValueKind.String } instant || !instant.TryGetDateTimeOffset(out at)) faults.Add(("/at", "Tulis waktu RFC 3339, misalnya 2026-11-24T09:00:00+07:00."));
        var currency = Member(root, "currency") is not { } given ? QrisReport.Rupiah : given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper)) faults.Add(("/currency", "Tulis IDR, atau hapus isian ini."));
        return faults.Count > 0 ? (null, faults) : (new QrisReport(reference, provider, status!.Value, amount, at) { Currency = currency }, []);
    }

    private static string Text(JsonElement root, string name, List<(string, string)> faults)
    {
        if (Member(root, name) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 and <= LongestReference } text && text.All(c => c is > ' ' and <= '~')) return text;
        faults.Add(($"/{name}", $"Tulis 1 sampai {LongestReference} huruf, angka atau tanda tanpa spasi."));
        return "";
    }

    private static JsonElement? Member(JsonElement root, string name) => root.TryGetProperty(name, out var member) ? member : null;

    internal static QrisStatus? StatusOf(string? word) => word switch
    {
        "pending" => QrisStatus.Pending,
        "paid" => QrisStatus.Paid,
        "failed" => QrisStatus.Failed,
        "expired" => QrisStatus.Expired,
        "refunded" => QrisStatus.Refunded,
        _ => null,
    };
}
