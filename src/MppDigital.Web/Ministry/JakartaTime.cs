using MppDigital.Platform.Calendar;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Ministry;

/// <summary>The ministry's clock.</summary>
internal static class JakartaTime
{
    public static DateTimeOffset Of(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), IndonesianZones.Jakarta);

    /// <summary>26 November 2026, 09.14 WIB</summary>
    public static string Moment(DateTime utc) => $"{Dates.Full(Dates.DateOf(utc, IndonesianZones.Jakarta))}, {Of(utc):HH'.'mm} WIB";
}
