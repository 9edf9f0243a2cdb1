using System.Text.Json;
using System.Text.RegularExpressions;
using MppDigital.Platform.Calendar;

namespace MppDigital.National.Seeding;

/// <summary>The files that others read, checked here so that a start never fails half-way.</summary>
internal static partial class CalendarFiles
{
    public static void Check(string folder)
    {
        var json = new SeedJson(folder, "holidays.json");
        json.As<JsonElement>();
        try
        {
            HolidayFile.Parse(json.Text);
        }
        catch (FormatException e)
        {
            var parts = e.Message.Split(": expected ", 2);
            throw json.Fault(Path(parts[0]), parts.Length == 2 ? parts[1] : e.Message);
        }

        var load = new SeedJson(folder, "load-profile.json");
        if (!load.As<JsonElement>().TryGetProperty("model", out _)) throw load.Fault("$.model", "the load model");
    }

    private static string Path(string pointer) => "$" + Index().Replace(pointer.TrimEnd('/'), "[$1]").Replace('/', '.');

    // A year is a member, a shorter number an index.
    [GeneratedRegex(@"/(\d{1,3})(?=/|$)")]
    private static partial Regex Index();
}
