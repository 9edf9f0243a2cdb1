using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Components.Text;

/// <summary>Dates and times as people say them, always in the regency's zone. Names are written here: they must not change with the machine.</summary>
public static class Dates
{
    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] Months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Kamis, 26 November 2026</summary>
    public static string Whole(DateOnly date) => $"{Weekday(date)}, {Full(date)}";

    /// <summary>26 November 2026</summary>
    public static string Full(DateOnly date) => $"{date.Day} {Month(date)} {date.Year}";

    /// <summary>Kam 26 Nov</summary>
    public static string Brief(DateOnly date) => $"{Weekday(date)[..3]} {date.Day} {Month(date)[..3]}";

    public static string Weekday(DateOnly date) => (Language.IsEnglish ? EnglishDays : Days)[(int)date.DayOfWeek];

    public static string Month(DateOnly date) => (Language.IsEnglish ? EnglishMonths : Months)[date.Month - 1];

    /// <summary>09.14 WIB</summary>
    public static string Clock(DateTime utc, Regency regency) => $"{Local(utc, regency.Zone):HH'.'mm} {regency.ZoneAbbreviation}";

    /// <summary>Kamis, 26 November 2026, 09.14 WIB</summary>
    public static string Moment(DateTime utc, Regency regency) => $"{Whole(DateOf(utc, regency.Zone))}, {Clock(utc, regency)}";

    /// <summary>Kam 26 Nov, 09.14 WIB</summary>
    public static string BriefMoment(DateTime utc, Regency regency) => $"{Brief(DateOf(utc, regency.Zone))}, {Clock(utc, regency)}";

    public static DateOnly DateOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(Local(utc, zone));

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
