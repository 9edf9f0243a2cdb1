using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>The index of the regency, of its agencies and of their services in one period, as anybody may read it.</summary>
/// <param name="Period"><c>2026</c>, <c>2026-S2</c>, <c>2026-T4</c> or <c>2026-11</c>; null for this year.</param>
public sealed record ReadSatisfaction(string? Period);

/// <param name="Acts">Services finished in the period: those who could have answered; null while nobody answered or few did.</param>
/// <param name="MinimumSample">How many answers the regulation asks for with so many services.</param>
/// <param name="Reached">Null where the sample is not told.</param>
/// <param name="Within">The parts of the period, a year's semesters for example.</param>
/// <param name="Improvements">What was decided about the weakest elements of this year's quarters.</param>
public sealed record SatisfactionView(
    string Period, DateOnly From, DateOnly Until, bool Running, SatisfactionLine Total, int? Acts, int? MinimumSample, bool? Reached, IReadOnlyList<SatisfactionLine> Agencies,
    IReadOnlyList<SatisfactionLine> Services, IReadOnlyList<SatisfactionLine> Within, IReadOnlyList<PublicImprovement> Improvements, DateTimeOffset AsOf);

/// <param name="Agency">Empty for the whole regency.</param>
/// <param name="Service">Empty for the whole agency.</param>
/// <param name="State"><c>shown</c>; <c>none</c>: nobody answered; <c>few</c>: so few that it might tell who answered what.</param>
public sealed record SatisfactionLine(string Period, string Agency, string Service, string State, SatisfactionFigures? Figures);

/// <param name="Index">25.00 to 100.00.</param>
/// <param name="Value">1.0000 to 4.0000.</param>
/// <param name="Elements">What each element was given, 1 to 4.</param>
public sealed record SatisfactionFigures(int Respondents, decimal Index, decimal Value, char Grade, IReadOnlyDictionary<SurveyElement, decimal> Elements)
{
    /// <summary>The element given least; the first of several that were given the same.</summary>
    public SurveyElement Weakest => Elements.OrderBy(e => e.Value).ThenBy(e => e.Key).First().Key;

    internal static SatisfactionFigures Of(SatisfactionIndex index) =>
        new(index.Respondents, index.Converted, index.Value, index.Grade, Enum.GetValues<SurveyElement>().ToDictionary(e => e, e => index.ElementMeans[(int)e]));
}

/// <param name="Done">Empty until it is done.</param>
public sealed record PublicImprovement(string Period, SurveyElement Element, DateOnly DueOn, string Done, DateOnly? DoneOn);

internal sealed class ReadSatisfactionHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<ReadSatisfaction, SatisfactionView>
{
    public async Task<Outcome<SatisfactionView>> HandleAsync(ReadSatisfaction input, CancellationToken ct)
    {
        var now = current.Value.At(clock.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(now.Date);
        var period = SurveyPeriod.Containing(today, 12);
        if (input.Period is { } asked && !SurveyPeriod.TryParse(asked, out period)) return SurveyProblems.UnknownPeriod;
        var year = SurveyPeriod.Containing(period.FirstDay, 12);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cube = new SatisfactionCube(period.Year, await SurveyTally.ReadAsync(db, year.FirstMonth, year.LastMonth, ct), today);
        var total = cube.LineOf(SurveyPlace.Regency, period);
        var (first, last) = (period.FirstMonth, period.LastMonth);
        var acts = total.State == "shown" ? await db.SurveyPopulation.Where(p => p.Month >= first && p.Month <= last).SumAsync(p => (int?)p.Acts, ct) : null;
        var prefix = $"{period.Year}-";
        var improvements = await db.ImprovementTasks.AsNoTracking().Where(t => t.Period.StartsWith(prefix)).OrderBy(t => t.Period).Take(4).Select(t => new PublicImprovement(t.Period, t.Element, t.DueOn, t.Done, t.DoneOn)).ToListAsync(ct);
        return new SatisfactionView(
            period.ToString(), period.FirstDay, period.LastDay, period.LastDay >= today, total, acts, acts is { } n ? MinimumSample.Of(n) : null, acts is { } m ? total.Figures!.Respondents >= MinimumSample.Of(m) : null,
            [.. cube.Agencies.Select(a => cube.LineOf(new SurveyPlace(a, ""), period))], [.. cube.Agencies.SelectMany(cube.ServicesOf).Select(s => cube.LineOf(s, period))],
            [.. period.Parts().Select(p => cube.LineOf(SurveyPlace.Regency, p))], improvements, now);
    }
}
