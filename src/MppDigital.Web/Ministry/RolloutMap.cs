using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using MppDigital.National.Rollout;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.Ministry.MinistryTexts;

namespace MppDigital.Web.Ministry;

/// <summary>The 514 marks as SVG: the points draw the country, no outline is needed. Stages differ in shape, hue and lightness.</summary>
internal static class RolloutMap
{
    private static readonly (string Name, double Longitude, double Latitude)[] Islands =
    [
        ("Sumatera", 100.7, 4.5), ("Jawa", 106.2, -9.2), ("Kalimantan", 112.6, 2.9), ("Sulawesi", 118.6, 2.2),
        ("Bali dan Nusa Tenggara", 112.4, -10.4), ("Maluku", 129.6, 2.4), ("Papua", 136.2, -0.1),
    ];

    public static string Draw(IReadOnlyList<RolloutRegency> regencies, MapPlacement placement)
    {
        var svg = new StringBuilder(64 * 1024);
        svg.Append(CultureInfo.InvariantCulture, $"""<svg viewBox="0 0 {MapPlacement.Width} {MapPlacement.Height}" role="img" aria-label="{Encode(Sentence(regencies))}">""");
        foreach (var (name, longitude, latitude) in Islands)
        {
            var at = MapPlacement.At(latitude, longitude);
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{at.X:0}" y="{at.Y:0}">{Encode(name)}</text>""");
        }

        // Marks that say most come last and stay on top.
        foreach (var regency in regencies.OrderBy(r => r.Stage switch { RolloutStage.Unknown => 0, RolloutStage.Inaugurated => 1, _ => 2 }))
            Mark(svg, regency, placement.Points[RegencyCode.Parse(regency.Code)]);
        return svg.Append("</svg>").ToString();
    }

    private static string Sentence(IReadOnlyList<RolloutRegency> regencies) => T(
        "MapLabel", Figures.Whole(regencies.Count), Count(regencies, RolloutStage.Inaugurated), Count(regencies, RolloutStage.Operating), Count(regencies, RolloutStage.Unknown));

    private static string Count(IReadOnlyList<RolloutRegency> regencies, RolloutStage stage) => Figures.Whole(regencies.Count(r => r.Stage == stage));

    private static void Mark(StringBuilder svg, RolloutRegency regency, MapPoint at)
    {
        if (regency.DigitalPilot) svg.Append(CultureInfo.InvariantCulture, $"""<circle class="p" cx="{at.X}" cy="{at.Y}" r="6.6"/>""");
        var title = $"<title>{Encode(TitleOf(regency))}</title>";
        _ = regency.Stage switch
        {
            RolloutStage.Inaugurated => svg.Append(CultureInfo.InvariantCulture, $"""<circle class="c1" cx="{at.X}" cy="{at.Y}" r="3.7">{title}</circle>"""),
            RolloutStage.Operating => svg.Append(CultureInfo.InvariantCulture, $"""<path class="c2" d="M{at.X - 4.4:0.#} {at.Y}l4.4-4.4 4.4 4.4-4.4 4.4z">{title}</path>"""),
            _ => svg.Append(CultureInfo.InvariantCulture, $"""<circle class="c3" cx="{at.X}" cy="{at.Y}" r="2.7">{title}</circle>"""),
        };
    }

    private static string TitleOf(RolloutRegency regency)
    {
        var since = regency.Stage == RolloutStage.Inaugurated && regency.Since is { } text ? $", {PartialDates.Full(text)}" : "";
        var pilot = regency.DigitalPilot ? $", {T("DigitalPilot2023")}" : "";
        return $"{regency.Name}, {regency.Province}: {StageWords.Of(regency.Stage)}{since}{pilot}";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
