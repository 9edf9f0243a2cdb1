using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>When the legal limit would end for a file complete at an instant; now when none is given.</summary>
public sealed record ReadDeadline(string Code, DateTimeOffset? CompleteAt);

public sealed record DeadlineView(DateOnly DueOn, DateTimeOffset DueAt, int WorkingDays, IReadOnlyList<SkippedView> Skipped, bool Provisional);

/// <param name="Reason"><c>weekend</c> or <c>holiday</c></param>
public sealed record SkippedView(DateOnly Date, string Reason, string? Holiday);

internal sealed class ReadDeadlineHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, LegalDates dates, CurrentRegency current, TimeProvider clock) : IUseCase<ReadDeadline, DeadlineView>
{
    public async Task<Outcome<DeadlineView>> HandleAsync(ReadDeadline input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Code, ct) is not { } offered) return Problems.UnknownService;
        if (offered.LimitDays is not { } days) return Problems.NoClock;
        var completeAt = input.CompleteAt ?? clock.GetUtcNow();
        if (!LegalClock.Covers(completeAt)) return Problems.CompleteAtOutOfRange;
        var due = LegalClock.Due(await dates.CalendarAsync(db, ct), current.Value.Zone, completeAt.UtcDateTime, days, [])!;
        return new DeadlineView(due.DueOn, due.DueAt, due.WorkingDays, [.. due.Skipped.Select(s => new SkippedView(s.Date, s.Kind.ToString().ToLowerInvariant(), s.Holiday?.Name))], due.Provisional);
    }
}
