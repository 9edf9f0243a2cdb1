namespace MppDigital.Benchmarks.Report;

/// <summary>One line of the table.</summary>
/// <param name="Passed">Null where there is no goal, or nothing could be measured.</param>
internal sealed record Row(string What, string Measured, string Goal, bool? Passed, string Detail = "")
{
    public static Row NotMeasured(string what, string goal, string why) => new(what, "-", goal, null, $"not measured: {why}");
}
