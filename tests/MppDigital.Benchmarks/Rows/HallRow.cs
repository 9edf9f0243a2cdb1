using MppDigital.Benchmarks.Report;
using MppDigital.Testing.Databases;

namespace MppDigital.Benchmarks.Rows;

/// <summary>Ten simulated days of the busiest hall; what is invented and what is the product's stands with <see cref="HallDay"/>.</summary>
internal static class HallRow
{
    private const int Days = 10;
    private const double Share = 0.8;

    public static IReadOnlyList<Row> Measure()
    {
        var days = Enumerable.Range(1, Days).Select(HallDay.Run).ToList();
        var within = days.ConvertAll(d => d.Within(10) * 100);
        var worst = within.Min();
        var all = 100.0 * days.Sum(d => d.Errors.Count(e => Math.Abs(e) <= 10)) / days.Sum(d => d.Errors.Count);
        var waits = days.SelectMany(d => d.Waits).Order().ToList();
        var lost = days.Sum(d => HallDay.People - d.StayedAway - d.Served - d.NotThere) + days.Sum(d => d.StillThere);
        var who = $"{Days} days of {HallDay.People} people, {HallDay.Counters} counters, planned breaks, {HallDay.WalkIn:P0} walk in, {HallDay.StaysAway:P0} of the booked stay away";
        return
        [
            new Row("simulated hall, people lost or numbers given twice", $"{lost + days.Sum(d => d.NumbersTwice)}", "0", lost + days.Sum(d => d.NumbersTwice) == 0, $"{who}; served {days.Sum(d => d.Served)}, left before their call {days.Sum(d => d.NotThere)}, stayed away {days.Sum(d => d.StayedAway)}"),
            new Row("simulated hall, calls against the rule", $"{days.Sum(d => d.OutOfOrder)}", "0", days.TrueForAll(d => d.OutOfOrder == 0), "somebody due earlier was passed by other than the priority lane's turn"),
            new Row("simulated hall, called within 10 minutes of the time told", $"worst day {Figures.Of(worst, 1, "%")}, all {Figures.Of(all, 1, "%")}", ">= 80 % each day", worst >= Share * 100,
                $"each day: {Figures.List(within, 1)}; within 5 minutes: {Figures.List(days.Select(d => d.Within(5) * 100), 1)}"),
            new Row("simulated hall, wait from due to called", $"median {Figures.Of(waits[waits.Count / 2], 1, "min")}, p95 {Figures.Of(waits[waits.Count * 95 / 100], 1, "min")}", "-", null, $"longest {Figures.Of(waits[^1], 1, "min")}"),
        ];
    }
}
