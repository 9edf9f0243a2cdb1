using MppDigital.Platform.Calendar;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>One line of a place, and how many counters take from it.</summary>
internal sealed record LinePlan(CounterGroup Group, int Counters);

/// <summary>Whether and when a place is open on one day.</summary>
/// <param name="Spans">Empty: shut.</param>
/// <param name="Why">Why it differs from the usual week: a holiday or what the hall wrote; empty for usual days.</param>
internal sealed record DayPlan(DateOnly Date, IReadOnlyList<OpenSpan> Spans, string Why)
{
    public bool IsOpen => Spans.Count > 0;
}

/// <summary>A place with all that decides when whom it can serve.</summary>
internal sealed record PlacePlan(Place Place, IReadOnlyList<LinePlan> Lines, IReadOnlyList<PlaceClosure> Closures, WorkingCalendar Calendar)
{
    public OpeningHours Hours { get; } = OpeningHours.Read(Place.Hours);

    public ReleaseWaves Waves { get; } = ReleaseWaves.Read(Place.Waves);

    /// <summary>What the hall wrote for a day goes before the calendar: it may also open on a holiday.</summary>
    public DayPlan On(DateOnly date)
    {
        if (Closures.FirstOrDefault(c => c.From <= date && date <= c.Until) is { } closure) return new DayPlan(date, DayHours.TryRead(closure.Open, out var spans) ? spans : [], closure.Reason);
        return Calendar.HolidayOn(date) is { } holiday ? new DayPlan(date, [], holiday.Name) : new DayPlan(date, Hours.On(date), "");
    }

    public IEnumerable<LinePlan> LinesFor(string service, string agency) => Lines.Where(l => l.Counters > 0 && l.Group.Serves(service, agency));
}
