using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Heard;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>When messages are answered here, as the admin sees it.</summary>
public sealed record ReadAnsweringHours(StaffMember Admin);

/// <summary>Sets the hours in which officers answer messages.</summary>
/// <param name="Hours"><c>08.00-15.00</c>; empty: those of the hall again.</param>
public sealed record SetAnsweringHours(StaffMember Admin, string Hours);

/// <param name="Own">As set here; empty while the hall's hours count.</param>
/// <param name="Now">What somebody who asks now is told.</param>
public sealed record AnsweringSetting(string Own, AnsweringView Now);

internal sealed class SetAnsweringHoursHandler(IDbContextFactory<RegencyDbContext> contexts, AnsweringTimes times, IDatabaseEngine engine, TimeProvider clock)
    : IUseCase<ReadAnsweringHours, AnsweringSetting>, IUseCase<SetAnsweringHours, AnsweringSetting>
{
    private static readonly Problem AdminsOnly = new(ProblemKind.Forbidden, "wrong-role", "Jam menjawab diatur admin daerah.") { DetailEn = "The admin of the regency sets the answering hours." };

    public async Task<Outcome<AnsweringSetting>> HandleAsync(ReadAnsweringHours input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ViewAsync(db, ct);
    }

    public async Task<Outcome<AnsweringSetting>> HandleAsync(SetAnsweringHours input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return AdminsOnly;
        if (!DayHours.TryRead(input.Hours, out var spans) || spans.Count > 1) return Problems.Field("/hours", "Tulis satu rentang jam, misalnya 08.00-15.00.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.AnsweringHours.SingleOrDefaultAsync(ct);
        if (spans is [var span])
        {
            if (row is null) db.AnsweringHours.Add(row = new AnsweringHours());
            (row.FromMinute, row.UntilMinute) = ((int)span.From.ToTimeSpan().TotalMinutes, (int)span.Until.ToTimeSpan().TotalMinutes);
        }
        else if (row is not null)
        {
            db.AnsweringHours.Remove(row);
        }

        // Saving what is so already tells nobody anything.
        if (!db.ChangeTracker.HasChanges()) return await ViewAsync(db, ct);
        await AuditTrail.AppendAsync(db, "answering-hours", "answering-hours-set", input.Admin.Sub, JsonSerializer.Serialize(new { hours = DayHours.Text(spans) }), clock.GetUtcNow().UtcDateTime, ct);
        if (await AskOfficeHandler.SaveAsync(db, engine, ct) is { } stale) return stale;
        await transaction.CommitAsync(ct);
        return await ViewAsync(db, ct);
    }

    private async Task<AnsweringSetting> ViewAsync(RegencyDbContext db, CancellationToken ct) =>
        new(await AnsweringTimes.OwnAsync(db, ct) is { } own ? own.ToString() : "", await times.AtAsync(db, clock.GetUtcNow().UtcDateTime, ct));
}
