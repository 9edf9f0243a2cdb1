namespace MppDigital.Web.Components.Pieces;

/// <summary>The days from the day after the file was complete to the legal limit, ready to be drawn.</summary>
public sealed record DayRulerModel(DateOnly CompleteOn, DateOnly DueOn, int WorkingDays, IReadOnlyList<RulerCell> Cells)
{
    // More than ten cells do not fit a phone: the first, today and the last five stay.
    private const int Fits = 10;
    private const int Tail = 5;

    /// <param name="completeOn">Local date of completeness, day 0.</param>
    /// <param name="skipped">Every day after day 0 up to the limit that does not count.</param>
    /// <param name="today">Local; null for a forecast, where nothing has passed yet.</param>
    /// <param name="deemed">Silence means yes: the day after the limit is drawn too.</param>
    public static DayRulerModel From(DateOnly completeOn, DateOnly dueOn, IReadOnlyList<RulerSkip> skipped, DateOnly? today, bool deemed)
    {
        var skips = skipped.ToDictionary(s => s.Date);
        var first = dueOn == completeOn ? completeOn : completeOn.AddDays(1);
        var cells = new List<RulerCell>();
        for (var date = first; date <= dueOn; date = date.AddDays(1))
        {
            if (!skips.TryGetValue(date, out var skip)) cells.Add(new RulerCell(MarkOf(date, dueOn, today), date));
            else if (cells is [.., { Mark: RulerMark.Off } last]) cells[^1] = last with { Skipped = [.. last.Skipped, skip] };
            else cells.Add(new RulerCell(RulerMark.Off, date) { Skipped = [skip] });
        }

        var workingDays = cells.Count(c => c.Mark != RulerMark.Off);
        if (workingDays > Fits) cells = Shorten(cells);
        if (deemed) cells.Add(new RulerCell(RulerMark.Auto, dueOn.AddDays(1)));
        return new DayRulerModel(completeOn, dueOn, dueOn == completeOn ? 0 : workingDays, cells);
    }

    private static RulerMark MarkOf(DateOnly date, DateOnly dueOn, DateOnly? today) =>
        date == today ? RulerMark.Now : date < today ? RulerMark.Did : date == dueOn ? RulerMark.End : RulerMark.Open;

    private static List<RulerCell> Shorten(List<RulerCell> cells)
    {
        var working = cells.Where(c => c.Mark != RulerMark.Off).ToList();
        var tailFrom = working[^Tail].Date;
        var shortened = new List<RulerCell>();
        foreach (var cell in cells)
        {
            if (cell == working[0] || cell.Mark == RulerMark.Now || cell.Date >= tailFrom) shortened.Add(cell);
            else if (shortened[^1].Mark == RulerMark.More) shortened[^1] = shortened[^1] with { Hidden = shortened[^1].Hidden + (cell.Mark == RulerMark.Off ? 0 : 1) };
            else shortened.Add(new RulerCell(RulerMark.More, cell.Date) { Hidden = cell.Mark == RulerMark.Off ? 0 : 1 });
        }

        return [.. shortened.Where(c => c.Mark != RulerMark.More || c.Hidden > 0)];
    }
}

public sealed record RulerCell(RulerMark Mark, DateOnly Date)
{
    public IReadOnlyList<RulerSkip> Skipped { get; init; } = [];

    /// <summary>Working days that this cell stands for.</summary>
    public int Hidden { get; init; }
}

/// <param name="Holiday">Its name; null for a weekend or a day on which the file waited for the citizen.</param>
public sealed record RulerSkip(DateOnly Date, string? Holiday = null, bool Paused = false);

public enum RulerMark
{
    Open,
    Did,
    Now,

    /// <summary>The last day of the limit.</summary>
    End,

    /// <summary>Issued by law.</summary>
    Auto,

    /// <summary>One or more days that do not count.</summary>
    Off,
    More,
}
