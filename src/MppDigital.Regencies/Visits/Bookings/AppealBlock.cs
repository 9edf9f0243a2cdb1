using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Brokers;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>Somebody who may not book for a while says why they did not come.</summary>
public sealed record AppealBlock(Applicant Person, string Text)
{
    /// <summary>From where: the browser itself may be what cannot book.</summary>
    public BookingSource Source { get; init; } = BookingSource.Unknown;

    /// <summary>Without what was written: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"appeal of {Person}";
}

/// <summary>What waits for an answer, the oldest first; explanations to alarms about brokers are read with the alarm.</summary>
public sealed record ListAppeals(StaffMember Staff);

/// <param name="Missed">Days that count against the person.</param>
public sealed record AppealView(Guid Id, DateTimeOffset At, string Text, IReadOnlyList<DateOnly> Missed);

/// <summary>The hall accepts the reasons, and what was missed no longer counts; or it does not, and the block ends on its day.</summary>
public sealed record DecideAppeal(StaffMember Staff, Guid Id, bool Accept);

internal sealed class AppealBlockHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, BookingTraces traces, CurrentRegency current, TimeProvider clock)
    : IUseCase<AppealBlock, Done>, IUseCase<ListAppeals, IReadOnlyList<AppealView>>, IUseCase<DecideAppeal, Done>
{
    public const int Longest = 1000;
    public const string Purpose = "visit-appeal";
    private const int MostShown = 100;

    public async Task<Outcome<Done>> HandleAsync(AppealBlock input, CancellationToken ct)
    {
        if (input.Text.Trim().Length is 0 or > Longest || input.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || !UnicodeText.IsPlain(input.Text.ReplaceLineEndings(" "))) return VisitProblems.Field("/text", $"Tulis alasannya, paling banyak {Longest} huruf.");
        var (now, nik) = (clock.GetUtcNow().UtcDateTime, secrets.NikLookup(input.Person.Nik));
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, input.Person.Sub, "no-show-appealed", input.Person.Sub, "{}", now, ct);
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var closed = await HandBlocks.FindAsync(db, traces.FactsOf(input.Person, input.Source, today), today, ct) ?? await HandBlocks.FindAsync(db, traces.AsProxy(input.Person, today), today, ct);
        if (closed is null && await BookingRules.BlockAsync(db, nik, today, ct) is null) return VisitProblems.NothingToAppeal;
        if (await db.VisitAppeals.AnyAsync(a => a.NikLookup == nik && a.AnsweredAt == null, ct)) return VisitProblems.AppealWaits;
        db.VisitAppeals.Add(new VisitAppeal { Sub = input.Person.Sub, NikLookup = nik, Text = secrets.Cipher.Encrypt(Purpose, input.Text.Trim()), At = now, Alarm = closed?.Alarm });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }

    public async Task<Outcome<IReadOnlyList<AppealView>>> HandleAsync(ListAppeals input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return VisitProblems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.VisitAppeals.AsNoTracking().Where(a => a.AnsweredAt == null && a.Alarm == null).OrderBy(a => a.At).Take(MostShown).ToListAsync(ct);
        var niks = open.Select(a => a.NikLookup).ToList();
        var missed = await db.Visits.AsNoTracking().Where(v => niks.Contains(v.NikLookup) && v.State == VisitState.NoShow && !v.Excused).OrderBy(v => v.Day).Select(v => new { v.NikLookup, v.Day }).ToListAsync(ct);
        return open.ConvertAll(a => new AppealView(a.Id, current.Value.At(a.At), secrets.Cipher.Decrypt(Purpose, a.Text), [.. missed.Where(m => m.NikLookup == a.NikLookup).Select(m => m.Day)]));
    }

    public async Task<Outcome<Done>> HandleAsync(DecideAppeal input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return VisitProblems.WrongRole;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The chain's lock first: of two who answer at once the second finds it answered.
        await AuditTrail.AppendAsync(db, input.Id.ToString("N"), input.Accept ? "no-show-excused" : "no-show-upheld", input.Staff.Sub, "{}", now, ct);
        if (await db.VisitAppeals.SingleOrDefaultAsync(a => a.Id == input.Id && a.AnsweredAt == null && a.Alarm == null, ct) is not { } appeal) return VisitProblems.UnknownAppeal;
        appeal.Decide(input.Accept, [], input.Staff.Sub, now);
        if (input.Accept)
        {
            foreach (var visit in await db.Visits.Where(v => v.NikLookup == appeal.NikLookup && v.State == VisitState.NoShow && !v.Excused).ToListAsync(ct)) visit.Excuse();
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }
}
