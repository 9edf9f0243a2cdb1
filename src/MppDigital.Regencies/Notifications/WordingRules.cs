using System.Globalization;
using System.Resources;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Notifications;

/// <summary>What a regency's own words must hold to; each fault names the field and the way out.</summary>
internal static class WordingRules
{
    /// <summary>RFC 5322, 2.1.1: what a line should not exceed.</summary>
    private const int LongestSubject = 78;

    private const int LongestBody = 2000;

    private static readonly ResourceManager Texts = new("MppDigital.Regencies.Notifications.WordingFaults", typeof(WordingRules).Assembly);

    public static IReadOnlyDictionary<string, string[]> Check(NoticeEvent what, Wording wording, Regency regency)
    {
        var faults = new Dictionary<string, string[]>();
        // A link in a text message teaches people to follow links in text messages.
        var inShort = Placeholders.Of(what).Where(p => p != Placeholders.Link).ToList();
        Look("/brief", wording.Brief, inShort, Placeholders.NeededIn(what), mayBreak: false);
        Look("/subject", wording.Subject, inShort, [], mayBreak: false);
        Look("/body", wording.Body, Placeholders.Of(what), Placeholders.NeededIn(what), mayBreak: true);
        if (!faults.ContainsKey("/brief") && SmsLength.Of(Filled(wording.Brief, isShort: true)) is var (length, most) && length > most) faults["/brief"] = [Say(most == 160 ? "TooLong" : "TooLongOther", length, most)];
        if (!faults.ContainsKey("/subject") && Filled(wording.Subject, isShort: true).Length is > LongestSubject and var subject) faults["/subject"] = [Say("SubjectTooLong", subject, LongestSubject)];
        if (!faults.ContainsKey("/body") && wording.Body.Length > LongestBody) faults["/body"] = [Say("BodyTooLong", wording.Body.Length, LongestBody)];
        return faults;

        string Filled(string text, bool isShort) => Placeholders.Fill(text, Placeholders.Longest.In("id", isShort, regency, new Uri("https://mpp.example/")));

        void Look(string field, string text, IReadOnlyList<string> allowed, IReadOnlyList<string> needed, bool mayBreak)
        {
            if (FaultOf(text, allowed, needed, mayBreak) is { } fault) faults[field] = [fault];
        }
    }

    private static string? FaultOf(string text, IReadOnlyList<string> allowed, IReadOnlyList<string> needed, bool mayBreak)
    {
        if (string.IsNullOrWhiteSpace(text)) return Say("Empty");
        if (text.Any(c => IsInvisible(c) && !(mayBreak && c is '\n' or '\r')) || !IsWhole(text)) return Say(mayBreak ? "Unreadable" : "OneLine");
        if (Placeholders.HasLooseBrace(text)) return Say("LooseBrace");
        var names = Placeholders.In(text).ToList();
        if (names.FirstOrDefault(n => !allowed.Contains(n)) is { } unknown) return Say("Unknown", unknown.Length <= 40 ? unknown : unknown[..40], Listed(allowed));
        if (needed.FirstOrDefault(n => !names.Contains(n)) is { } missing) return Say("Missing", $"{{{missing}}}");
        // Addresses come from us alone: words of an insider must not lead people elsewhere.
        return text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) ? Say("Link") : null;
    }

    /// <summary>Control characters, and those that turn or hide what stands around them.</summary>
    private static bool IsInvisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"{{{n}}}"));

    private static string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Texts.GetString(key, CultureInfo.CurrentUICulture)!, values);
}
