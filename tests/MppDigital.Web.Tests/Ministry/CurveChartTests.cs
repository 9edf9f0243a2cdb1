using System.Globalization;
using System.Xml.Linq;
using MppDigital.National.Rollout;
using MppDigital.Web.Ministry;

namespace MppDigital.Web.Tests.Ministry;

public sealed class CurveChartTests(SeededNation nation) : IClassFixture<SeededNation>
{
    [Fact]
    public async Task Ends_the_solid_line_at_the_last_announced_total()
    {
        var curve = await nation.GetAsync<GetRolloutCurve, RolloutCurve>(new GetRolloutCurve());

        var svg = XElement.Parse(CurveChart.Draw(curve, 514));

        var line = svg.Elements("polyline").Single(p => p.Attribute("stroke-dasharray") is null).Attribute("points")!.Value.Split(' ').Select(Point).ToList();
        Assert.Equal(curve.Announced.Count, line.Count);
        Assert.Equal((new DateOnly(2025, 12, 15), 305), (curve.Announced[^1].On, curve.Announced[^1].Count));
        var years = svg.Elements("text").Where(t => t.Value.Length == 4 && t.Attribute("text-anchor")?.Value == "middle").ToDictionary(t => t.Value, t => Number(t, "x"));
        // 15 December is 348 of 365 days into the year.
        Assert.Equal(years["2025"] + ((years["2026"] - years["2025"]) * 348 / 365), line[^1].X, 0.2);
        var lines = svg.Elements("path").Select(p => Line(p.Attribute("d")!.Value)).ToList();
        var (zero, goal) = (lines.Max(), lines.Min());
        Assert.Equal(zero + ((goal - zero) * 305 / 514), line[^1].Y, 0.2);
    }

    [Fact]
    public async Task Draws_the_plan_dashed_from_103_over_253_to_514()
    {
        var curve = await nation.GetAsync<GetRolloutCurve, RolloutCurve>(new GetRolloutCurve());

        Assert.Equal([103, 253, 514], curve.Planned.Select(p => p.Count));
        Assert.Single(XElement.Parse(CurveChart.Draw(curve, 514)).Elements("polyline"), p => p.Attribute("stroke-dasharray") is not null);
    }

    [Fact]
    public void Draws_nothing_where_nothing_was_announced() => Assert.Equal("", CurveChart.Draw(new RolloutCurve([], [], [], null), 514));

    /// <summary>Height of a horizontal line such as <c>M44 340.0H716</c>.</summary>
    private static double Line(string path) => double.Parse(path.AsSpan(path.IndexOf(' ') + 1, path.IndexOf('H') - path.IndexOf(' ') - 1), CultureInfo.InvariantCulture);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static (double X, double Y) Point(string text) => text.Split(',') is [var x, var y] ? (double.Parse(x, CultureInfo.InvariantCulture), double.Parse(y, CultureInfo.InvariantCulture)) : throw new FormatException(text);
}
