using System.Globalization;
using MppDigital.Regencies.Configuration;
using MppDigital.Web.Citizen.Account;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>Settings in the words of the pages on which they are made.</summary>
internal static class SettingWords
{
    /// <summary><c>offering:DPM-SIP-04</c> is "Layanan DPM-SIP-04"; ids that say nothing to a reader are left out.</summary>
    public static string Subject(string subject)
    {
        var (kind, rest) = subject.Split(':', 2) is [var k, var r] ? (k, r) : (subject, "");
        var name = kind switch
        {
            "wording" => MessageWords.Event(rest),
            "holiday" => Dates.Whole(DateOnly.ParseExact(rest, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => Guid.TryParse(rest, out _) ? "" : rest,
        };
        return $"{AdminTexts.T($"Subject-{kind}")} {name}".TrimEnd();
    }

    public static string Name(string setting) => AdminTexts.T($"Setting-{setting}");

    public static string Value(string? value) => value switch
    {
        null or "" => AdminTexts.T("SettingNone"),
        "True" => AdminTexts.T("SettingYes"),
        "False" => AdminTexts.T("SettingNo"),
        _ => value,
    };

    public static string Summary(ConfigurationRow row) =>
        row.Added ? AdminTexts.T("HistoryAdded") : row.Removed ? AdminTexts.T("HistoryRemoved") : string.Join(", ", row.Differences.Select(d => Name(d.Setting)));
}
