using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>Answers added up by the database.</summary>
/// <param name="Sums">By element, in the order of <see cref="SurveyElement"/>.</param>
internal sealed record SurveyTally(int Month, string Agency, string Service, int Respondents, IReadOnlyList<int> Sums)
{
    /// <summary>Of whole months; a year has at most 12 times as many rows as there are services.</summary>
    public static async Task<IReadOnlyList<SurveyTally>> ReadAsync(RegencyDbContext db, int firstMonth, int lastMonth, CancellationToken ct)
    {
        var rows = await db.SurveyAnswers.AsNoTracking().Where(a => a.Month >= firstMonth && a.Month <= lastMonth)
            .GroupBy(a => new { a.Month, a.Agency, a.Service })
            .Select(g => new
            {
                g.Key.Month,
                g.Key.Agency,
                g.Key.Service,
                Count = g.Count(),
                Requirements = g.Sum(a => a.Requirements),
                Procedure = g.Sum(a => a.Procedure),
                Time = g.Sum(a => a.Time),
                Fee = g.Sum(a => a.Fee),
                Product = g.Sum(a => a.Product),
                Competence = g.Sum(a => a.Competence),
                Conduct = g.Sum(a => a.Conduct),
                Complaints = g.Sum(a => a.Complaints),
                Facilities = g.Sum(a => a.Facilities),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new SurveyTally(r.Month, r.Agency, r.Service, r.Count, [r.Requirements, r.Procedure, r.Time, r.Fee, r.Product, r.Competence, r.Conduct, r.Complaints, r.Facilities]))];
    }

    /// <summary>Null where nobody answered.</summary>
    public static SatisfactionIndex? IndexOf(IReadOnlyCollection<SurveyTally> tallies)
    {
        var respondents = tallies.Sum(t => t.Respondents);
        return respondents == 0 ? null : SatisfactionIndex.FromSums(respondents, [.. Enum.GetValues<SurveyElement>().Select(e => tallies.Sum(t => t.Sums[(int)e]))]);
    }
}
