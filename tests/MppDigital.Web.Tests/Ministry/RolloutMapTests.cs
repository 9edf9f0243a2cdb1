using System.Globalization;
using System.Xml.Linq;
using MppDigital.National.Rollout;
using MppDigital.Web.Ministry;

namespace MppDigital.Web.Tests.Ministry;

public sealed class RolloutMapTests(SeededNation nation) : IClassFixture<SeededNation>
{
    [Fact]
    public async Task Draws_one_named_mark_for_each_of_the_514()
    {
        var regencies = (await nation.GetAsync<ListRolloutRegencies, RolloutRegencies>(new ListRolloutRegencies(Limit: 514))).Items;

        var svg = XElement.Parse(RolloutMap.Draw(regencies, MapPlacement.Of(nation.Directory.All)));

        var titles = svg.Elements().Elements("title").Select(t => t.Value).ToList();
        Assert.Equal(514, titles.Count);
        Assert.All(regencies, r => Assert.Contains(titles, t => t.StartsWith($"{r.Name}, {r.Province}: ", StringComparison.Ordinal)));
        Assert.Equal(198, Marks(svg, "circle", "c1"));
        Assert.Equal(41, Marks(svg, "path", "c2"));
        Assert.Equal(275, Marks(svg, "circle", "c3"));
        Assert.Equal(21, Marks(svg, "circle", "p"));
    }

    [Fact]
    public void Keeps_every_two_marks_apart_and_inside_the_drawing()
    {
        var placement = MapPlacement.Of(nation.Directory.All);

        var points = placement.Points.Values.ToList();
        var nearest = points.SelectMany((a, i) => points.Skip(i + 1).Select(b => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)))).Min();
        Assert.True(nearest >= 7.8, string.Create(CultureInfo.InvariantCulture, $"Two marks are only {nearest} apart."));
        Assert.All(points, p => Assert.True(p is { X: > 0 and < MapPlacement.Width, Y: > 0 and < MapPlacement.Height }));
        // Farther, and a mark would stand in another regency's place without saying so.
        Assert.InRange(placement.FarthestKilometres, 1, 80);
    }

    [Fact]
    public void Escapes_names()
    {
        var regency = new RolloutRegency("13.75", "Kota <b>\"Uji\"</b>", "uji", "13", "Sumatera Barat", RolloutStage.Unknown, null, false, Platform.Tenancy.RegencyStage.Live, 0, 100);

        Assert.DoesNotContain("<b>", RolloutMap.Draw([regency], MapPlacement.Of(nation.Directory.All)), StringComparison.Ordinal);
    }

    private static int Marks(XElement svg, string shape, string kind) => svg.Elements(shape).Count(e => e.Attribute("class")?.Value == kind);
}
