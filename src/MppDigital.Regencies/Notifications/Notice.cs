using System.Globalization;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Notifications;

/// <summary>News for one person, before it is put into words and sent.</summary>
/// <param name="Source">What it tells of, once.</param>
/// <param name="Sub">Empty for somebody who is known by an address alone.</param>
internal sealed record Notice(string Source, NoticeEvent Event, string Sub, NoticeWeight Weight, NoticeFacts Facts)
{
    public Guid? Application { get; init; }

    /// <summary>Answers what the person has just done.</summary>
    public bool Urgent { get; init; }
}

/// <summary>Decides over which channels it goes.</summary>
internal enum NoticeWeight
{
    /// <summary>Told to whoever asked for every step.</summary>
    News,

    /// <summary>The person has to act, or may lose something by not knowing.</summary>
    Needed,

    /// <summary>Work of a member of staff; on working days.</summary>
    Duty,
}

/// <summary>What a message may say: numbers, the service, dates and amounts. No name, no NIK, no answer.</summary>
internal sealed record NoticeFacts(string Number, string Service, string ServiceId, string ServiceEn, string Path)
{
    public long AmountIdr { get; init; }

    public int Days { get; init; }

    public int Share { get; init; }

    public string Document { get; init; } = "";

    public DateOnly? Until { get; init; }

    /// <summary>When somebody is expected.</summary>
    public DateTime? At { get; init; }

    /// <param name="isShort">Short texts name the service by its code.</param>
    public IReadOnlyDictionary<string, string> In(string language, bool isShort, Regency regency, Uri link)
    {
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "id-ID");
        return new Dictionary<string, string>
        {
            [Placeholders.Number] = Number,
            [Placeholders.Service] = isShort ? Service : language == "en" ? ServiceEn : ServiceId,
            [Placeholders.Regency] = regency.Name,
            [Placeholders.Link] = link.AbsoluteUri,
            [Placeholders.Amount] = "Rp" + AmountIdr.ToString("N0", CultureInfo.GetCultureInfo("id-ID")),
            [Placeholders.Days] = Days.ToString(CultureInfo.InvariantCulture),
            [Placeholders.Share] = Share.ToString(CultureInfo.InvariantCulture),
            [Placeholders.Document] = Document,
            [Placeholders.When] = At is { } at ? $"{Applications.LocalTime.At(regency, at).ToString(language == "en" ? "dddd d MMMM yyyy 'at' HH:mm" : "dddd d MMMM yyyy 'pukul' HH.mm", culture)} {regency.ZoneAbbreviation}" : "",
            [Placeholders.Until] = Until?.ToString("d MMMM yyyy", culture) ?? "",
        };
    }
}
