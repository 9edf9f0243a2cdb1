using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>What became of the weakest elements: open tasks first.</summary>
public sealed record ListImprovements(StaffMember Staff);

public sealed record ReadImprovement(StaffMember Staff, Guid Id);

/// <summary>An admin gives the task to somebody, plans it, or closes it with what was done.</summary>
/// <param name="Owner">The <c>sub</c> of somebody with a seat here; empty leaves it with the admins.</param>
/// <param name="DueOn">Null where no day was readable.</param>
/// <param name="Done">Not empty closes the task; it then stands on the public page.</param>
public sealed record ChangeImprovement(StaffMember Staff, Guid Id, string Owner, string Plan, DateOnly? DueOn, string Done, long? Version);

/// <param name="OwnerName">Null while the admins have it.</param>
/// <param name="State"><c>open</c>, <c>late</c> or <c>done</c>.</param>
public sealed record ImprovementView(Guid Id, string Period, SurveyElement Element, decimal Mean, DateOnly DueOn, string? Owner, string? OwnerName, string Plan, string Done, DateOnly? DoneOn, string State, long Version);

internal sealed class ChangeImprovementHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock)
    : IUseCase<ListImprovements, IReadOnlyList<ImprovementView>>, IUseCase<ReadImprovement, ImprovementView>, IUseCase<ChangeImprovement, ImprovementView>
{
    private const int Most = 100;

    // A promise for the next decade is none.
    private const int MostDays = 366;

    private DateOnly Today => DateOnly.FromDateTime(current.Value.At(clock.GetUtcNow().UtcDateTime).Date);

    public async Task<Outcome<IReadOnlyList<ImprovementView>>> HandleAsync(ListImprovements input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return SurveyProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = await db.ImprovementTasks.AsNoTracking().OrderBy(t => t.DoneOn != null).ThenByDescending(t => t.Period).Take(Most).ToListAsync(ct);
        var names = await NamesAsync(db, ct);
        return tasks.ConvertAll(t => View(t, names));
    }

    public async Task<Outcome<ImprovementView>> HandleAsync(ReadImprovement input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return SurveyProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ImprovementTasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == input.Id, ct) is { } task ? View(task, await NamesAsync(db, ct)) : SurveyProblems.UnknownTask;
    }

    public async Task<Outcome<ImprovementView>> HandleAsync(ChangeImprovement input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return SurveyProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.ImprovementTasks.SingleOrDefaultAsync(t => t.Id == input.Id, ct) is not { } task) return SurveyProblems.UnknownTask;
        var names = await NamesAsync(db, ct);
        if (task.DoneOn is not null) return SurveyProblems.Closed;
        if (input.Version != task.Version) return SurveyProblems.Stale(View(task, names));
        var (plan, done) = (input.Plan.Trim(), input.Done.Trim());
        if (Faults(input, plan, done, names) is { Count: > 0 } faults) return SurveyProblems.Invalid(faults);
        task.Assign(input.Owner.Length == 0 ? null : input.Owner, plan, input.DueOn!.Value);
        if (done.Length > 0) task.Close(done, Today);
        await AuditTrail.AppendAsync(db, "survey", done.Length > 0 ? "improvement-done" : "improvement-planned", input.Staff.Sub, $"{{\"period\":\"{task.Period}\"}}", clock.GetUtcNow().UtcDateTime, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return SurveyProblems.Stale(View(task, names));
        }

        return View(task, names);
    }

    private Dictionary<string, string[]> Faults(ChangeImprovement input, string plan, string done, Dictionary<string, string> names)
    {
        var faults = new Dictionary<string, string[]>();
        if (input.Owner.Length > 0 && !names.ContainsKey(input.Owner)) faults["/owner"] = ["Pilih seorang petugas dari daftar."];
        if (input.DueOn is not { } due || due < Today || due > Today.AddDays(MostDays)) faults["/dueOn"] = [$"Tulis tanggal mulai hari ini sampai {MostDays} hari ke depan."];
        if (IsUnfit(plan)) faults["/plan"] = [$"Tulis paling banyak {ImprovementTask.LongestText} huruf, tanpa tanda yang tak terlihat."];
        if (IsUnfit(done) || done.Length is > 0 and < 10) faults["/done"] = [$"Tulis 10 sampai {ImprovementTask.LongestText} huruf tentang yang sudah dilakukan, atau kosongkan."];
        return faults;
    }

    private static bool IsUnfit(string text) => text.Length > ImprovementTask.LongestText || !UnicodeText.IsPlain(text.ReplaceLineEndings(" "));

    private async Task<Dictionary<string, string>> NamesAsync(RegencyDbContext db, CancellationToken ct)
    {
        var today = Today;
        var seats = await db.Officers.AsNoTracking().Where(o => (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today)).OrderBy(o => o.Name).Take(2000).Select(o => new { o.Sub, o.Name }).ToListAsync(ct);
        return seats.GroupBy(s => s.Sub).ToDictionary(g => g.Key, g => g.First().Name);
    }

    private ImprovementView View(ImprovementTask t, Dictionary<string, string> names) => new(
        t.Id, t.Period, t.Element, t.Mean, t.DueOn, t.Owner, t.Owner is null ? null : names.GetValueOrDefault(t.Owner, "–"), t.Plan, t.Done, t.DoneOn, t.DoneOn is not null ? "done" : t.DueOn < Today ? "late" : "open", t.Version);
}
