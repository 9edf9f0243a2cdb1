using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Applications;

internal static class LocalTime
{
    /// <summary>An instant as the regency's clock on the wall shows it, offset included.</summary>
    public static DateTimeOffset At(this Regency regency, DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), regency.Zone);

    public static DateTimeOffset? At(this Regency regency, DateTime? utc) => utc is { } instant ? regency.At(instant) : null;
}
