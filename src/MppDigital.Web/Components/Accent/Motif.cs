namespace MppDigital.Web.Components.Accent;

/// <summary>Geometry in one colour, used as a mask: a strip below the band and a large tile behind the hero.</summary>
public sealed record Motif(string Name, string Strip, string Tile)
{
    /// <summary>National.</summary>
    public static readonly Motif Kawung = new(
        "kawung",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 12'><path d='M6 6Q6 1.2 11.3 .7Q10.8 6 6 6zM6 6Q6 1.2 0.7 .7Q1.2 6 6 6zM6 6Q6 10.8 11.3 11.3Q10.8 6 6 6zM6 6Q6 10.8 0.7 11.3Q1.2 6 6 6zM18 6Q18 1.2 23.3 .7Q22.8 6 18 6zM18 6Q18 1.2 12.7 .7Q13.2 6 18 6zM18 6Q18 10.8 23.3 11.3Q22.8 6 18 6zM18 6Q18 10.8 12.7 11.3Q13.2 6 18 6z'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'><path d='M24 24Q26 6 42 6Q42 22 24 24zM24 24Q22 6 6 6Q6 22 24 24zM24 24Q26 42 42 42Q42 26 24 24zM24 24Q22 42 6 42Q6 26 24 24z' fill='none' stroke='#000' stroke-width='1.6'/><circle cx='0' cy='24' r='2.4'/><circle cx='48' cy='24' r='2.4'/><circle cx='24' cy='0' r='2.4'/><circle cx='24' cy='48' r='2.4'/></svg>");

    /// <summary>Bamboo shoots, at home in the Minang lands.</summary>
    public static readonly Motif Rebung = new(
        "rebung",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 12'><path fill-rule='evenodd' d='M0 12L6 0l6 12zM3.2 11h5.6L6 5.4zM12 12L18 0l6 12zM15.2 11h5.6L18 5.4z'/><path d='M5 10.6L6 8.4l1 2.2zM17 10.6l1-2.2 1 2.2z'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'><path d='M2 46L24 4l22 42zM12 46L24 22l12 24zM19 46l5-11 5 11z' fill='none' stroke='#000' stroke-width='1.8'/></svg>");

    /// <summary>Waves, for the coasts.</summary>
    public static readonly Motif Ombak = new(
        "ombak",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 12'><path d='M0 9q6 0 6-4t4-4q5 0 5 4t-4 3q-1-1 1-2-3 0-2 3 1 1 6 0 3-1 8 0M0 11h24' fill='none' stroke='#000' stroke-width='1.5'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'><path d='M0 38q14 0 14-16T26 6q14 0 14 13t-12 10q-5-3 1-8-9 0-6 10 3 8 25 7' fill='none' stroke='#000' stroke-width='2'/></svg>");

    public static IReadOnlyList<Motif> All { get; } = [Kawung, Rebung, Ombak];

    public string ToCss() => $"--motif:{Url(Strip)};--tile:{Url(Tile)}";

    private static string Url(string svg) => $"url(\"data:image/svg+xml,{svg.Replace("#", "%23").Replace("<", "%3C").Replace(">", "%3E")}\")";
}
