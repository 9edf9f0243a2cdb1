using MppDigital.Web.Components.Pieces;

namespace MppDigital.Web.Tests.Components;

public sealed class DayRulerModelTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 19);

    [Fact]
    public void Draws_each_working_day_and_folds_the_weekend()
    {
        var ruler = DayRulerModel.From(Thursday, new DateOnly(2026, 11, 26), Weekend(21), new DateOnly(2026, 11, 24), deemed: true);

        Assert.Equal([RulerMark.Did, RulerMark.Off, RulerMark.Did, RulerMark.Now, RulerMark.Open, RulerMark.End, RulerMark.Auto], ruler.Cells.Select(c => c.Mark));
        Assert.Equal(5, ruler.WorkingDays);
        Assert.Equal(2, ruler.Cells[1].Skipped.Count);
        Assert.Equal(new DateOnly(2026, 11, 27), ruler.Cells[^1].Date);
    }

    [Fact]
    public void Promises_nothing_automatic_where_silence_is_not_approval()
    {
        var ruler = DayRulerModel.From(Thursday, new DateOnly(2026, 11, 20), [], null, deemed: false);

        Assert.Equal([RulerMark.End], ruler.Cells.Select(c => c.Mark));
    }

    [Fact]
    public void Shortens_more_than_ten_days_to_the_first_today_and_the_last_five()
    {
        var skipped = Weekend(21).Concat(Weekend(28)).Concat([new RulerSkip(new DateOnly(2026, 12, 5)), new RulerSkip(new DateOnly(2026, 12, 6))]).ToList();

        var ruler = DayRulerModel.From(Thursday, new DateOnly(2026, 12, 9), skipped, new DateOnly(2026, 11, 25), deemed: false);

        Assert.Equal(14, ruler.WorkingDays);
        Assert.Equal(7, ruler.Cells.Where(c => c.Mark == RulerMark.More).Sum(c => c.Hidden));
        Assert.Equal([RulerMark.Did, RulerMark.More, RulerMark.Now, RulerMark.More], ruler.Cells.Take(4).Select(c => c.Mark));
        Assert.Equal(RulerMark.End, ruler.Cells[^1].Mark);
    }

    [Fact]
    public void Draws_the_same_day_where_the_limit_is_zero()
    {
        var ruler = DayRulerModel.From(Thursday, Thursday, [], null, deemed: false);

        Assert.Equal((0, RulerMark.End, Thursday), (ruler.WorkingDays, ruler.Cells.Single().Mark, ruler.Cells.Single().Date));
    }

    private static List<RulerSkip> Weekend(int saturday) => [new(new DateOnly(2026, 11, saturday)), new(new DateOnly(2026, 11, saturday + 1))];
}
