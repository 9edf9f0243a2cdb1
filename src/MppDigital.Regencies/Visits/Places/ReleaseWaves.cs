using System.Globalization;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>
/// How the bookable part of a day opens bit by bit, so that nobody takes it all in one night: so many days before, at <see cref="Hour"/> in the
/// morning, so many percent in all. Written <c>14:50 3:80 1:100</c>.
/// </summary>
internal sealed class ReleaseWaves
{
    public const string Usual = "14:50 3:80 1:100";
    public const int Longest = 60;
    public const int MostDays = 60;
    public const int Hour = 7;

    private ReleaseWaves(IReadOnlyList<(int Days, int Percent)> steps) => Steps = steps;

    /// <summary>The furthest day first; percentages grow to 100.</summary>
    public IReadOnlyList<(int Days, int Percent)> Steps { get; }

    /// <summary>How far ahead anything can be booked.</summary>
    public int Horizon => Steps[0].Days;

    public static ReleaseWaves Read(string text) => TryRead(text, out var waves) ? waves : throw new InvalidOperationException("A place has unreadable waves.");

    public static bool TryRead(string text, out ReleaseWaves waves)
    {
        var steps = new List<(int Days, int Percent)>();
        waves = new ReleaseWaves(steps);
        if (text.Length > Longest) return false;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':') is not [var typedDays, var typedPercent] || !TryNumber(typedDays, MostDays, out var days) || !TryNumber(typedPercent, 100, out var percent)) return false;
            if (percent == 0 || (steps.Count > 0 && (days >= steps[^1].Days || percent <= steps[^1].Percent))) return false;
            steps.Add((days, percent));
        }

        return steps.Count > 0 && steps[^1].Percent == 100;
    }

    /// <summary>How much of a day's bookable part is open, in percent; 0 before the first wave.</summary>
    /// <param name="local">The clock on the wall.</param>
    public int OpenFor(DateOnly day, DateTime local) => Steps.LastOrDefault(s => local >= OpensAt(day, s.Days)).Percent;

    /// <summary>When more opens; null once all is open.</summary>
    public DateTime? NextFor(DateOnly day, DateTime local) => Steps.Select(s => OpensAt(day, s.Days)).Where(at => at > local).Select(at => (DateTime?)at).FirstOrDefault();

    public override string ToString() => string.Join(' ', Steps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Days}:{s.Percent}")));

    private static DateTime OpensAt(DateOnly day, int daysBefore) => day.AddDays(-daysBefore).ToDateTime(new TimeOnly(Hour, 0));

    private static bool TryNumber(string typed, int most, out int number) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
