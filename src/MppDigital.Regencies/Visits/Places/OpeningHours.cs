using System.Text.Json;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>The hours of a week, and of weeks that differ in a season such as Ramadan.</summary>
internal sealed record OpeningHours(WeekHours Usual, IReadOnlyList<Season> Seasons)
{
    public const int MostSeasons = 6;

    public static OpeningHours Read(string json) => JsonSerializer.Deserialize<OpeningHours>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("A place has no hours.");

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>By weekday and season alone; closures and holidays come on top.</summary>
    public IReadOnlyList<OpenSpan> On(DateOnly date) => (Seasons.FirstOrDefault(s => s.From <= date && date <= s.Until)?.Hours ?? Usual).On(date.DayOfWeek);
}

/// <param name="Days">Seven texts as in <see cref="DayHours"/>, Monday first; empty: shut.</param>
internal sealed record WeekHours(IReadOnlyList<string> Days)
{
    /// <summary>The most common hours of halls, with the long break of Friday.</summary>
    public static WeekHours Common { get; } = new(["08.00-12.00, 13.00-15.30", "08.00-12.00, 13.00-15.30", "08.00-12.00, 13.00-15.30", "08.00-12.00, 13.00-15.30", "08.00-11.30, 14.00-15.30", "", ""]);

    public IReadOnlyList<OpenSpan> On(DayOfWeek day) => DayHours.TryRead(Days[((int)day + 6) % 7], out var spans) ? spans : throw new InvalidOperationException("A place has unreadable hours.");
}

/// <param name="Until">Last day.</param>
internal sealed record Season(string Name, DateOnly From, DateOnly Until, WeekHours Hours);
