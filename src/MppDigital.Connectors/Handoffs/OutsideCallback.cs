using System.Text.Json;

namespace MppDigital.Connectors.Handoffs;

/// <summary>
/// What an outside system tells of a file it took: <c>{ application, reference, status, at, nib? }</c>, signed like the payment provider's
/// callback with the secret of the agreement.
/// </summary>
public static class OutsideCallback
{
    private const int LongestText = 60;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>The news, or what is wrong by JSON pointer; the empty pointer where it is no JSON object.</returns>
    public static (OutsideNews? News, IReadOnlyList<(string Pointer, string Text)> Faults) Read(ReadOnlyMemory<byte> body)
    {
        Told? told;
        try
        {
            told = JsonSerializer.Deserialize<Told>(body.Span, Json);
        }
        catch (JsonException)
        {
            told = null;
        }

        if (told is null) return (null, [("", "Badan permintaan bukan JSON yang diharapkan: { application, reference, status, at }.")]);
        var faults = new List<(string, string)>();
        if (told.Application is not { Length: > 0 and <= LongestText }) faults.Add(("/application", "Tulis nomor permohonan seperti saat diserahkan."));
        if (told.Reference is not { Length: > 0 and <= LongestText }) faults.Add(("/reference", $"Tulis nomor berkas pada sistem Anda, 1 sampai {LongestText} tanda."));
        if (OutsideWords.StatusOf(told.Status) is null) faults.Add(("/status", $"Tulis salah satu: {OutsideWords.Expected}."));
        if (told.At is null) faults.Add(("/at", "Tulis waktu perubahan menurut RFC 3339."));
        if (told.Nib is { } nib && !Platform.Identification.BusinessId.IsSound(nib)) faults.Add(("/nib", "NIB terdiri dari 13 angka."));
        return faults.Count > 0 ? (null, faults) : (new OutsideNews(told.Application!, told.Reference!, OutsideWords.StatusOf(told.Status)!.Value, told.At!.Value, told.Nib), []);
    }

    private sealed record Told(string? Application, string? Reference, string? Status, DateTimeOffset? At, string? Nib);
}
