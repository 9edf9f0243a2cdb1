using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>What waits for this member of staff, by legal limit and nothing else.</summary>
/// <param name="Status">A status of the contract, <c>open</c> (default), <c>turn</c> (a step waits for this person), <c>mine</c>, <c>warned</c>, <c>late</c>, <c>undeclared</c> or <c>all</c>.</param>
/// <param name="Search">A number, a NIK, or one whole word of a name.</param>
public sealed record ReadInbox(StaffMember Staff, string? Status, string? Search, int Limit, string? After);

/// <param name="LimitDays">Working days of the legal limit; null where no clock runs.</param>
/// <param name="DaysGone">How many of them are over; null until the file is complete.</param>
/// <param name="Undeclared">The working day for declaring it complete went by unused; head and ministry know.</param>
/// <param name="WarnedLevel">50, 80 or 100 percent of the limit, at which a warning was given; 0 before the first.</param>
/// <param name="Late">The limit has passed, and silence grants nothing.</param>
/// <param name="ShortName">First name and initial: a list is read over shoulders.</param>
public sealed record InboxRow(
    string Number, string Service, string ServiceName, string ShortName, string Status, bool Deemed, DateTimeOffset SubmittedAt, DateTimeOffset? CompleteAt,
    DateOnly? DueOn, DateTimeOffset? DueAt, int? LimitDays, int? DaysGone, NextStepView? Waiting, bool Mine, bool Duplicate, bool Undeclared, int WarnedLevel, bool Late, long Version);

internal sealed class ReadInboxHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, RegencySecrets secrets, LegalDates dates, CurrentRegency current, TimeProvider clock) : IUseCase<ReadInbox, Page<InboxRow>>
{
    public async Task<Outcome<Page<InboxRow>>> HandleAsync(ReadInbox input, CancellationToken ct)
    {
        var services = ServicesOf(input.Staff);
        if (services.Count == 0) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var files = db.Applications.AsNoTracking().Where(a => services.Contains(a.Service));
        if (Filter(files, input.Status, input.Staff, clock.GetUtcNow().UtcDateTime) is not { } filtered) return Problems.Field("/status", "Pilih open, turn, mine, warned, late, undeclared, all, atau salah satu status permohonan.");
        files = await SearchAsync(db, filtered, input.Search, ct);
        if (input.After is { } after)
        {
            if (!Cursor.TryRead(after, out var due, out var number)) return Problems.Field("/after", "Kirim after persis seperti next halaman sebelumnya.");
            files = files.Where(a => a.QueueAt >= due && (a.QueueAt > due || (a.QueueAt == due && string.Compare(a.Number, number) > 0)));
        }

        var calendar = await dates.CalendarAsync(db, ct);
        var found = await files.Include(a => a.Pauses).OrderBy(a => a.QueueAt).ThenBy(a => a.Number).Take(input.Limit + 1).ToListAsync(ct);
        var rows = found.Take(input.Limit).Select(a => Row(a, input.Staff, calendar)).ToList();
        return new Page<InboxRow>(rows, found.Count > input.Limit ? Cursor.Of(found[input.Limit - 1].QueueAt, found[input.Limit - 1].Number) : null);
    }

    /// <summary>Codes of services in whose workflow this person has a part.</summary>
    private List<string> ServicesOf(StaffMember staff) =>
        [.. catalog.Published.Where(p => Enum.GetValues<Move>().Any(m => ApplicationMoves.MayDo(staff, m, p.Definition))).Select(p => p.Code)];

    private IQueryable<Application>? Filter(IQueryable<Application> files, string? status, StaffMember staff, DateTime now) => status switch
    {
        null or "" or "open" => files.Where(a => a.OnDesk),
        "turn" => files.Where(a => a.OnDesk).Where(Turns.Of(staff, catalog)),
        "warned" => files.Where(a => a.OnDesk && a.WarnedLevel >= DeadlineWarnings.OfficerLevel),
        "late" => files.Where(a => a.OnDesk && a.QueueAt <= now && !a.GrantedByLaw && a.DueAt != null),
        "mine" => files.Where(a => (a.ClaimedBy == staff.Sub || a.Owners.Any(o => o.Sub == staff.Sub)) && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.InReview || a.Status == ApplicationStatus.Returned)),
        "all" => files,
        "undeclared" => files.Where(a => a.AlarmedAt != null),
        _ => Enum.GetValues<ApplicationStatus>().Where(s => s.Wire() == status).Cast<ApplicationStatus?>().FirstOrDefault() is { } wanted ? files.Where(a => a.Status == wanted) : null,
    };

    private async Task<IQueryable<Application>> SearchAsync(RegencyDbContext db, IQueryable<Application> files, string? search, CancellationToken ct)
    {
        var text = (search ?? "").Trim();
        if (text.Length is 0 or > 100) return files;
        if (ApplicationNumbers.IsWellFormed(text, current.Value)) return files.Where(a => a.Number == text);
        if (text.Length == 16 && text.All(char.IsAsciiDigit))
        {
            var lookup = secrets.NikLookup(text);
            return files.Where(a => a.NikLookup == lookup);
        }

        var tokens = secrets.NameTokens(text);
        if (tokens.Count == 0) return files.Where(a => false);
        var first = tokens[0];
        var ids = await db.NameTokens.AsNoTracking().Where(t => t.Token == first).OrderBy(t => t.ApplicationId).Select(t => t.ApplicationId).Take(500).ToListAsync(ct);
        return files.Where(a => ids.Contains(a.Id));
    }

    private InboxRow Row(Application a, StaffMember staff, WorkingCalendar calendar)
    {
        var service = catalog.Find(a.Service, a.CatalogVersion)!.Definition;
        var now = clock.GetUtcNow().UtcDateTime;
        var granted = GrantByLaw.IsDue(a, now);
        return new InboxRow(a.Number, a.Service, service.ShortName, ShortNames.Of(secrets.OpenName(a.Name)), granted ? ApplicationStatus.Issued.Wire() : a.Status.Wire(), a.Deemed || granted,
            current.Value.At(a.SubmittedAt), current.Value.At(a.CompleteAt), a.DueOn, current.Value.At(a.DueAt), a.LimitDays, DaysGone(a, calendar), granted ? null : OfficerViews.Waiting(a, service), a.ClaimedBy == staff.Sub, a.Duplicate, a.AlarmedAt is not null, a.WarnedLevel, a is { OnDesk: true, GrantedByLaw: false } && a.DueAt <= now, a.Version);
    }

    private int? DaysGone(Application a, WorkingCalendar calendar) => a is { CompleteAt: { } completeAt, LimitDays: { } limit }
        ? Math.Min(limit, LegalClock.Elapsed(calendar, current.Value.Zone, completeAt, [.. a.Pauses.Select(p => new Pause(p.FromAt, p.ToAt))], clock.GetUtcNow().UtcDateTime))
        : null;

    private static class Cursor
    {
        public static string Of(DateTime due, string number) => string.Create(CultureInfo.InvariantCulture, $"{due.Ticks}_{number}");

        public static bool TryRead(string text, out DateTime due, out string number)
        {
            (due, number) = (default, "");
            if (text.Split('_') is not [var ticks, var last] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > DateTime.MaxValue.Ticks) return false;
            (due, number) = (new DateTime(value, DateTimeKind.Utc), last);
            return true;
        }
    }
}

internal static class ShortNames
{
    /// <summary>"Siti Aminah Putri" as "Siti A."</summary>
    public static string Of(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => "",
        [var only] => only,
        [var first, var second, ..] => $"{first} {second[0]}.",
    };
}
