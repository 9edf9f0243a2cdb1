using System.Globalization;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>A stretch of one day, by the clock on the wall.</summary>
public readonly record struct OpenSpan(TimeOnly From, TimeOnly Until)
{
    /// <summary>As people write it here: <c>08.00-12.00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\.mm}-{Until:HH\\.mm}");
}

/// <summary>When a place is open on one day, as an admin types it: <c>08.00-12.00, 13.00-15.30</c>.</summary>
internal static class DayHours
{
    public const int Longest = 80;
    public const int MostSpans = 4;
    private static readonly string[] Formats = ["H.mm", "HH.mm", "H:mm", "HH:mm"];

    /// <returns>False for what is no list of spans in order; a dot and a colon are the same, and so are a hyphen and a dash.</returns>
    public static bool TryRead(string typed, out IReadOnlyList<OpenSpan> spans)
    {
        var read = new List<OpenSpan>();
        spans = read;
        if (typed.Length > Longest) return false;
        foreach (var part in typed.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(['-', '–'], StringSplitOptions.TrimEntries) is not [var from, var until]) return false;
            if (!TryTime(from, out var start) || !TryTime(until, out var end) || end <= start) return false;
            if (read.Count == MostSpans || (read.Count > 0 && start < read[^1].Until)) return false;
            read.Add(new OpenSpan(start, end));
        }

        return true;
    }

    public static string Text(IReadOnlyList<OpenSpan> spans) => string.Join(", ", spans);

    private static bool TryTime(string typed, out TimeOnly time) => TimeOnly.TryParseExact(typed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
