using System.Globalization;
using System.Resources;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.MyData;

/// <summary>The words of my data, in the language of the page.</summary>
internal static class MyDataTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.MyData.MyDataTexts", typeof(MyDataTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string T(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, T(key), values);

    /// <summary>The national host belongs to no regency: its times are Jakarta's and say so.</summary>
    public static string Moment(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), IndonesianZones.Jakarta);
        return string.Create(CultureInfo.InvariantCulture, $"{Dates.Full(DateOnly.FromDateTime(local))}, {local:HH'.'mm} WIB");
    }

    /// <param name="code4">Four digits.</param>
    public static string RegencyName(ITenantDirectory directory, string code4) => RegencyCode.TryParse(code4, out var code) && directory.Find(code) is { } regency ? regency.Name : code4;
}
