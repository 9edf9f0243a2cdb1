using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using MppDigital.National.Rollout;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.Ministry.MinistryTexts;

namespace MppDigital.Web.Ministry;

/// <summary>Announced totals as dots and a line that ends at the last fact; the plan dashed; what two named speeds would bring as a pale wedge.</summary>
internal static class CurveChart
{
    private const int Left = 44;
    private const int Right = 716;
    private const int Top = 24;
    private const int Bottom = 340;

    // Room above the goal of 514 for its line.
    private const double Highest = 540;

    // The forecast is drawn to the end of the second year after the last fact.
    private const int YearsAhead = 2;

    public static string Draw(RolloutCurve curve, int goal)
    {
        if (curve.Announced.Count == 0) return "";
        var axis = new Axis(Year(curve.Announced[0].On) - 0.5, curve.Announced[^1].On.Year + YearsAhead + 1);
        var wedge = Wedge(curve, axis);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg viewBox="0 0 760 380" role="img" aria-label="{Encode(Sentence(curve, wedge))}">""");
        foreach (var value in (int[])[0, 100, 200, 300, 400, goal])
        {
            var y = N(Axis.Y(value));
            svg.Append(CultureInfo.InvariantCulture, $"""<path stroke="var(--{(value == 0 || value == goal ? "edge" : "line")})" d="M{Left} {y}H{Right}"/><text x="{Left - 8}" y="{N(Axis.Y(value) + 4)}" text-anchor="end">{value}</text>""");
        }

        for (var year = (int)Math.Ceiling(axis.From); year <= axis.To; year++) svg.Append(CultureInfo.InvariantCulture, $"""<text x="{N(axis.X(year))}" y="{Bottom + 20}" text-anchor="middle">{year}</text>""");
        if (wedge is { } w) svg.Append(CultureInfo.InvariantCulture, $"""<polygon fill="var(--c1)" opacity=".16" points="{Points(axis, [w.Start, w.Fast, w.Slow])}"/>""");
        if (curve.Planned.Count > 1) svg.Append(CultureInfo.InvariantCulture, $"""<polyline fill="none" stroke="var(--c2)" stroke-width="2.5" stroke-dasharray="7 5" points="{Points(axis, curve.Planned.Select(Of))}"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline id="known" fill="none" stroke="var(--c1)" stroke-width="3.5" stroke-linejoin="round" points="{Points(axis, curve.Announced.Select(Of))}"/>""");
        foreach (var point in curve.Announced.Select(Of)) svg.Append(CultureInfo.InvariantCulture, $"""<circle class="c1" cx="{N(axis.X(point.Year))}" cy="{N(Axis.Y(point.Count))}" r="3.5"/>""");
        Labels(svg, curve, wedge, axis, goal);
        return svg.Append("</svg>").ToString();
    }

    private static void Labels(StringBuilder svg, RolloutCurve curve, WedgeEnds? wedge, Axis axis, int goal)
    {
        var last = curve.Announced[^1];
        Label(svg, axis, Of(last), Named(last), -12, -14, "end");
        if (curve.Announced.LastOrDefault(p => p.On.Year == last.On.Year - 1) is { Count: > 0 } before) Label(svg, axis, Of(before), Named(before), 6, 24, "start");
        if (curve.Planned.Count > 1)
        {
            Label(svg, axis, Of(curve.Planned[0]), Named(curve.Planned[0]), 10, 10, "start");
            Label(svg, axis, new Point(Year(curve.Planned[^1].On) - 0.35, goal * 0.86), T("CurveGoal", Figures.Whole(curve.Planned[^1].Count), $"{curve.Planned[^1].On.Year}"), -10, 0, "end");
        }

        if (wedge is not { } w) return;
        Label(svg, axis, w.Fast, N0(w.Fast.Count), 5, 4, "start");
        Label(svg, axis, w.Slow, N0(w.Slow.Count), 5, 4, "start");
        var quiet = new Point(axis.To - 2.65, goal * 0.253);
        Label(svg, axis, quiet, T("CurveNoFigure", $"{last.On.Year + 1}"), 0, 0, "start", strong: false);
        Label(svg, axis, quiet, T("CurveWedge"), 0, 17, "start", strong: false);
    }

    private static void Label(StringBuilder svg, Axis axis, Point at, string text, int dx, int dy, string anchor, bool strong = true) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text{(strong ? " class=\"strong\"" : "")} x="{N(axis.X(at.Year) + dx)}" y="{N(Axis.Y(at.Count) + dy)}" text-anchor="{anchor}">{Encode(text)}</text>""");

    /// <summary>The same in words, for those who do not see it.</summary>
    private static string Sentence(RolloutCurve curve, WedgeEnds? wedge)
    {
        var totals = curve.Announced.GroupBy(p => p.On.Year).Select(y => y.Last()).TakeLast(4).Select(p => $"{Figures.Whole(p.Count)} ({Dates.Month(p.On)} {p.On.Year})");
        var plan = curve.Planned.Count > 0 ? " " + T("CurveGoal", Figures.Whole(curve.Planned[^1].Count), $"{curve.Planned[^1].On.Year}") + "." : "";
        return T("CurveLabel", string.Join(", ", totals)) + plan + (wedge is { } w ? " " + T("CurveForecast", N0(w.Slow.Year - 0.5), N0(w.Slow.Count), N0(w.Fast.Count)) : "");
    }

    private static WedgeEnds? Wedge(RolloutCurve curve, Axis axis)
    {
        if (curve.Forecast is not { } forecast) return null;
        var start = Of(curve.Announced[^1]);
        var end = axis.To - 0.01;
        return new WedgeEnds(start, new Point(end, start.Count + ((double)forecast.Slow * (end - start.Year))), new Point(end, start.Count + ((double)forecast.Fast * (end - start.Year))));
    }

    private static Point Of(CurvePoint point) => new(Year(point.On), point.Count);

    private static double Year(DateOnly day) => day.Year + ((day.DayOfYear - 1) / 365d);

    private static string Named(CurvePoint point) => $"{Figures.Whole(point.Count)} · {Dates.Month(point.On)[..3]} {point.On.Year}";

    private static string Points(Axis axis, IEnumerable<Point> points) => string.Join(' ', points.Select(p => $"{N(axis.X(p.Year))},{N(Axis.Y(p.Count))}"));

    private static string N(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string N0(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private readonly record struct Point(double Year, double Count);

    private readonly record struct WedgeEnds(Point Start, Point Slow, Point Fast);

    private readonly record struct Axis(double From, double To)
    {
        public double X(double year) => Left + ((year - From) / (To - From) * (Right - Left));

        public static double Y(double value) => Bottom - (value / Highest * (Bottom - Top));
    }
}
