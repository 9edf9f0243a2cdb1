using System.Globalization;
using System.Resources;

namespace MppDigital.Regencies.Notifications;

/// <summary>The words for one event in one language.</summary>
/// <param name="Brief">For text messages, chat and the account's list.</param>
/// <param name="Body">Of the e-mail.</param>
public sealed record Wording(string Brief, string Subject, string Body)
{
    private static readonly ResourceManager National = new("MppDigital.Regencies.Notifications.NationalWordings", typeof(Wording).Assembly);

    public static IReadOnlyList<string> Languages { get; } = ["id", "en"];

    /// <summary>Where the regency has no words of its own.</summary>
    public static Wording Of(NoticeEvent what, string language) => new(Text($"{what}.Brief", language), Text($"{what}.Subject", language), Text($"{what}.Body", language));

    /// <summary>Stands below each e-mail.</summary>
    public static string Footer(string language) => Text("Footer", language);

    public static string Text(string key, string language) =>
        National.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new InvalidOperationException($"No wording named {key}.");

    internal static Wording Of(NoticeWording own) => new(own.Short, own.Subject, own.Body);
}
