using MppDigital.Regencies.Figures;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>Whose answers: everybody's, an agency's or one service's at an agency.</summary>
/// <param name="Agency">Empty for the whole regency.</param>
/// <param name="Service">Empty for the whole agency.</param>
internal readonly record struct SurveyPlace(string Agency, string Service)
{
    public static SurveyPlace Regency { get; } = new("", "");
}

/// <summary>
/// The survey of one year, by place and by period. Both add up: services to agencies to the regency, months to quarters to semesters to the year. What is
/// hidden because few answered is therefore protected along both, or the quarter would tell what its month does not.
/// </summary>
internal sealed class SatisfactionCube
{
    private readonly IReadOnlyList<SurveyTally> tallies;
    private readonly HashSet<(SurveyPlace, SurveyPeriod)> hidden;

    /// <param name="today">Where the regency lies.</param>
    public SatisfactionCube(int year, IReadOnlyList<SurveyTally> tallies, DateOnly today)
    {
        this.tallies = tallies;
        Agencies = [.. tallies.Select(t => t.Agency).Distinct().Order(StringComparer.Ordinal)];
        var periods = Within(SurveyPeriod.Containing(new DateOnly(year, 1, 1), 12)).ToList();
        List<SurveyPlace> places = [SurveyPlace.Regency, .. Agencies.Select(a => new SurveyPlace(a, "")), .. Agencies.SelectMany(ServicesOf)];
        var cells = places.SelectMany(place => periods.Select(period => (place, period))).ToDictionary(c => c, c => Of(c.place, c.period).Sum(t => t.Respondents));
        List<Sum<(SurveyPlace, SurveyPeriod)>> sums =
        [
            .. from place in places from period in periods let parts = period.Parts() where parts.Count > 0 select new Sum<(SurveyPlace, SurveyPeriod)>((place, period), [.. parts.Select(p => (place, p))], period.LastDay >= today),
            .. from period in periods select new Sum<(SurveyPlace, SurveyPeriod)>((SurveyPlace.Regency, period), [.. Agencies.Select(a => (new SurveyPlace(a, ""), period))]),
            .. from agency in Agencies from period in periods select new Sum<(SurveyPlace, SurveyPeriod)>((new SurveyPlace(agency, ""), period), [.. ServicesOf(agency).Select(s => (s, period))]),
        ];
        hidden = SmallNumbers.Hidden(cells, sums);
    }

    public IReadOnlyList<string> Agencies { get; }

    public IEnumerable<SurveyPlace> ServicesOf(string agency) => tallies.Where(t => t.Agency == agency).Select(t => t.Service).Distinct().Order(StringComparer.Ordinal).Select(s => new SurveyPlace(agency, s));

    public SatisfactionLine LineOf(SurveyPlace place, SurveyPeriod period)
    {
        var line = new SatisfactionLine(period.ToString(), place.Agency, place.Service, "none", null);
        if (hidden.Contains((place, period))) return line with { State = "few" };
        return SurveyTally.IndexOf([.. Of(place, period)]) is { } index ? line with { State = "shown", Figures = SatisfactionFigures.Of(index) } : line;
    }

    private static IEnumerable<SurveyPeriod> Within(SurveyPeriod period) => period.Parts().SelectMany(Within).Prepend(period);

    private IEnumerable<SurveyTally> Of(SurveyPlace place, SurveyPeriod period) =>
        tallies.Where(t => t.Month >= period.FirstMonth && t.Month <= period.LastMonth && (place.Agency.Length == 0 || t.Agency == place.Agency) && (place.Service.Length == 0 || t.Service == place.Service));
}
