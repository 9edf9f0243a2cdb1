using System.Globalization;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>A month, quarter, semester or year of the survey, written <c>2026-11</c>, <c>2026-T4</c>, <c>2026-S2</c> or <c>2026</c>.</summary>
public readonly record struct SurveyPeriod
{
    private SurveyPeriod(int year, int months, int number) => (Year, Months, Number) = (year, months, number);

    public int Year { get; }

    /// <summary>How many months it has: 1, 3, 6 or 12.</summary>
    public int Months { get; }

    /// <summary>Counted from 1 within the year.</summary>
    public int Number { get; }

    public DateOnly FirstDay => new(Year, ((Number - 1) * Months) + 1, 1);

    public DateOnly LastDay => FirstDay.AddMonths(Months).AddDays(-1);

    public SurveyPeriod Before => Containing(FirstDay.AddDays(-1), Months);

    public SurveyPeriod After => Containing(LastDay.AddDays(1), Months);

    internal int FirstMonth => SurveyMonth.Of(FirstDay);

    internal int LastMonth => SurveyMonth.Of(LastDay);

    public static SurveyPeriod Containing(DateOnly day, int months) => new(day.Year, months, ((day.Month - 1) / months) + 1);

    /// <summary>Years in which there can be a survey; others are a slip of the pen.</summary>
    public static bool TryParse(string text, out SurveyPeriod period)
    {
        period = default;
        if (text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2020 or > 2199) return false;
        var (months, number) = text[4..] switch
        {
            "" => (12, 1),
            ['-', 'S', >= '1' and <= '2' and var n] => (6, n - '0'),
            ['-', 'T', >= '1' and <= '4' and var n] => (3, n - '0'),
            ['-', >= '0' and <= '1' and var ten, >= '0' and <= '9' and var one] => (1, ((ten - '0') * 10) + one - '0'),
            _ => (0, 0),
        };
        if (months == 0 || number is < 1 or > 12) return false;
        period = new SurveyPeriod(year, months, number);
        return true;
    }

    /// <summary>What <see cref="ToString"/> wrote.</summary>
    public static SurveyPeriod Parse(string text) => TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period of the survey.");

    public override string ToString() => Months switch
    {
        12 => string.Create(CultureInfo.InvariantCulture, $"{Year}"),
        6 => string.Create(CultureInfo.InvariantCulture, $"{Year}-S{Number}"),
        3 => string.Create(CultureInfo.InvariantCulture, $"{Year}-T{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
    };

    /// <summary>The periods that make this one up: a year has semesters, these quarters, these months.</summary>
    internal IReadOnlyList<SurveyPeriod> Parts()
    {
        if (Months == 1) return [];
        var (year, months) = (Year, Months == 3 ? 1 : Months / 2);
        var first = ((Number - 1) * Months / months) + 1;
        return [.. Enumerable.Range(first, Months / months).Select(n => new SurveyPeriod(year, months, n))];
    }
}
