using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Applications;

/// <summary><c>&lt;code4&gt;-&lt;yy&gt;-&lt;6 digits&gt;</c></summary>
internal static class ApplicationNumbers
{
    public static string Series(DateOnly today) => $"application-{today.Year}";

    public static string Of(Regency regency, DateOnly today, long sequence) => $"{regency.Code.Code4}-{today.Year % 100:00}-{sequence:000000}";

    public static bool IsWellFormed(string number, Regency regency) =>
        number.Length == 14 && number.StartsWith(regency.Code.Code4 + "-", StringComparison.Ordinal) && number[7] == '-' &&
        number.AsSpan(5, 2).IndexOfAnyExceptInRange('0', '9') < 0 && number.AsSpan(8).IndexOfAnyExceptInRange('0', '9') < 0;
}
