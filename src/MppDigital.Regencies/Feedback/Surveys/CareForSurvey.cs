using Microsoft.EntityFrameworkCore;
using MppDigital.National.Performance;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>
/// Every morning in the zone of the regency: the weakest element of the quarter that has ended becomes a task, whoever has a task hears of it a week before
/// its day and each week after, the ministry gets this year's sums, and invitations that nobody may use any more are forgotten.
/// </summary>
internal sealed class CareForSurvey(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IUseCase<PushSatisfaction, Done> push, WriteNotice notices, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IRegencyTask
{
    public const string TaskKind = "survey-care";

    private const int DaysBefore = 7;

    private const int MostAdmins = 20;

    string IRegencyTask.Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.SurveyInvitations.Where(i => i.LastDay < today.AddDays(-1)).ExecuteDeleteAsync(ct);
        await PushAsync(db, today, now, ct);
        await MakeTaskAsync(db, SurveyPeriod.Containing(today, 3).Before, ct);
        if (await RemindAsync(db, today, ct)) signal.Raise(current.Value.Code);
    }

    /// <summary>Answers still come in for weeks after a year's end, so the year before is told again until then.</summary>
    private async Task PushAsync(RegencyDbContext db, DateOnly today, DateTime now, CancellationToken ct)
    {
        foreach (var year in new[] { today.AddDays(-SurveyInvitation.DaysOpen - 1).Year, today.Year }.Distinct())
        {
            var (first, last) = ((year * 100) + 1, (year * 100) + 12);
            var tallies = await SurveyTally.ReadAsync(db, first, last, ct);
            var acts = await db.SurveyPopulation.Where(p => p.Month >= first && p.Month <= last).SumAsync(p => p.Acts, ct);
            var pushed = await push.HandleAsync(new PushSatisfaction(current.Value.Code, year, now, acts, tallies.Sum(t => t.Respondents), tallies.Sum(t => t.Sums.Sum())), ct);
            if (!pushed.Succeeded) throw new InvalidOperationException($"The survey's sums were refused: {pushed.Problem.Code}");
        }
    }

    private async Task MakeTaskAsync(RegencyDbContext db, SurveyPeriod quarter, CancellationToken ct)
    {
        var name = quarter.ToString();
        if (await db.ImprovementTasks.AnyAsync(t => t.Period == name, ct)) return;
        // Nobody is sent to improve on the word of one or two.
        if (SurveyTally.IndexOf(await SurveyTally.ReadAsync(db, quarter.FirstMonth, quarter.LastMonth, ct)) is not { Respondents: >= SmallNumbers.Least } index) return;
        var figures = SatisfactionFigures.Of(index);
        db.ImprovementTasks.Add(new ImprovementTask(name, figures.Weakest, figures.Elements[figures.Weakest], quarter.After.LastDay));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another node walks here at the same moment.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> RemindAsync(RegencyDbContext db, DateOnly today, CancellationToken ct)
    {
        var (soon, lately) = (today.AddDays(DaysBefore), today.AddDays(-DaysBefore));
        var due = await db.ImprovementTasks.Where(t => t.DoneOn == null && t.DueOn <= soon && (t.RemindedOn == null || t.RemindedOn <= lately)).OrderBy(t => t.Period).Take(8).ToListAsync(ct);
        var queued = false;
        foreach (var task in due)
        {
            foreach (var sub in task.Owner is { } owner ? [owner] : await AdminsAsync(db, today, ct))
            {
                var facts = new NoticeFacts(task.Period, "", "", "", "/admin/skm") { Until = task.DueOn };
                queued |= await notices.AddAsync(db, new Notice($"improvement-{task.Id:N}-{today:yyyyMMdd}", NoticeEvent.ImprovementDue, sub, NoticeWeight.Duty, facts), ct);
            }

            task.Remind(today);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            // Another node, or an admin who saved just now; what is left is found tomorrow.
            return false;
        }

        return queued;
    }

    private static async Task<IReadOnlyList<string>> AdminsAsync(RegencyDbContext db, DateOnly today, CancellationToken ct) =>
        await db.Officers.AsNoTracking().Where(o => o.Role == OfficerRole.Admin && (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today)).Select(o => o.Sub).Distinct().OrderBy(s => s).Take(MostAdmins).ToListAsync(ct);
}
