using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Messages;

/// <summary>What somebody wrote to the regency's number.</summary>
/// <param name="Id">The gateway's; the same for a repetition.</param>
/// <param name="From">International form.</param>
public sealed record IncomingText(string Id, MessageChannel Channel, string From, string Text, DateTimeOffset At)
{
    /// <summary>Three text messages; nobody asks for more than a number and a code.</summary>
    public const int LongestText = 480;

    private const int LongestId = 80;
    private static readonly string[] Known = ["id", "channel", "from", "text", "at"];

    /// <summary>Neither number nor text: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"incoming {Channel}";

    /// <returns>Null for the text where something is wrong; one fault with an empty pointer where it is no JSON object.</returns>
    public static (IncomingText? Text, IReadOnlyList<(string Pointer, string Text)> Faults) Read(ReadOnlyMemory<byte> body) =>
        SignedText.Of(body, Known, text => new IncomingText(
            text.Reference("id", LongestId),
            text.Choice<MessageChannel>("channel", "Tulis sms atau chat.", word => word switch { "sms" => MessageChannel.Sms, "chat" => MessageChannel.Chat, _ => null }),
            Phone(text),
            Words(text),
            text.Instant("at")));

    private static string Phone(SignedText text)
    {
        if (IndonesianPhone.TryNormalize(text.Raw("from"), out var phone)) return phone;
        text.Wrong("from", "Tulis nomor telepon Indonesia, misalnya +6281234567890.");
        return "";
    }

    private static string Words(SignedText text)
    {
        var words = text.Raw("text");
        if (words is null) text.Wrong("text", "Tulis isi pesan.");
        else if (words.Length > LongestText) text.Wrong("text", $"Pesan lebih dari {LongestText} huruf. Kirim lebih pendek.");
        else if (words.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'))) text.Wrong("text", "Pesan ini bukan teks. Kirim huruf dan angka.");
        return words ?? "";
    }
}
