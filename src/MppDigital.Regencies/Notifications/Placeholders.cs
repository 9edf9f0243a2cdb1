using System.Text.RegularExpressions;

namespace MppDigital.Regencies.Notifications;

/// <summary>What may stand in braces in a wording, by event; the list is closed.</summary>
internal static partial class Placeholders
{
    public const string Number = "nomor";
    public const string Service = "layanan";
    public const string Regency = "daerah";
    public const string Link = "tautan";
    public const string Amount = "jumlah";
    public const string Days = "hari";
    public const string Share = "persen";
    public const string Document = "dokumen";
    public const string Until = "berlaku";
    public const string When = "waktu";

    public static IReadOnlyList<string> Of(NoticeEvent what) => what switch
    {
        NoticeEvent.CorrectionWaits => [Number, Service, Regency, Link, Days],
        NoticeEvent.PaymentDue or NoticeEvent.Paid or NoticeEvent.Refunded => [Number, Service, Regency, Link, Amount],
        NoticeEvent.Renewal => [Document, Service, Regency, Link, Until],
        NoticeEvent.ImprovementDue => [Number, Regency, Link, Until],
        NoticeEvent.VisitBooked or NoticeEvent.VisitReminder or NoticeEvent.VisitCalledOff or NoticeEvent.VisitMissed => [Number, Service, Regency, Link, When],
        NoticeEvent.ComplaintAnswered => [Number, Regency, Link, Until],
        NoticeEvent.ComplaintReceived or NoticeEvent.ComplaintAssigned or NoticeEvent.ComplaintEscalated or NoticeEvent.ComplaintClosed => [Number, Regency, Link],
        NoticeEvent.LimitNears => [Number, Service, Regency, Link, Share],
        _ => [Number, Service, Regency, Link],
    };

    /// <summary>Without these nobody would know what the message is about.</summary>
    public static IReadOnlyList<string> NeededIn(NoticeEvent what) => what switch
    {
        NoticeEvent.PaymentDue => [Number, Amount],
        NoticeEvent.Renewal => [Document, Until],
        NoticeEvent.ImprovementDue or NoticeEvent.ComplaintAnswered => [Number, Until],
        NoticeEvent.VisitBooked or NoticeEvent.VisitReminder or NoticeEvent.VisitCalledOff => [When],
        _ => [Number],
    };

    /// <summary>As long as they get, so that a wording that fits these fits always.</summary>
    public static NoticeFacts Longest { get; } = new("9999-99-999999", "ABC-DEF-99", "Surat Izin Praktik Dokter Spesialis", "Specialist Doctor's Practice Licence", "/permohonan/9999-99-999999")
    {
        AmountIdr = 999_999_999,
        Days = 99,
        Share = 100,
        Document = "ABC-DEF-99/9999/2099/99999",
        Until = new DateOnly(2099, 9, 30),
        At = new DateTime(2099, 9, 30, 3, 30, 0, DateTimeKind.Utc),
    };

    public static IEnumerable<string> In(string text) => Braces().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Braces().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value, m.Value));

    /// <summary>True for a brace that opens or closes nothing.</summary>
    public static bool HasLooseBrace(string text) => Braces().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0;

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
