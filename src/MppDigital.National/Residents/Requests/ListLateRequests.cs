using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>For the ministry: whose requests have waited 48 of their 72 hours. Read from the clock at each look, so that a job that stopped hides nothing.</summary>
public sealed record ListLateRequests;

/// <param name="Office">Code of the regency; empty where the platform itself is late.</param>
/// <param name="Waiting">Unanswered after 48 hours.</param>
/// <param name="Overdue">Of these, unanswered after 72.</param>
/// <param name="OldestAskedAt">UTC.</param>
public sealed record LateOffice(string Office, int Waiting, int Overdue, DateTime OldestAskedAt);

internal sealed class ListLateRequestsHandler(IDbContextFactory<NationalDbContext> contexts, TimeProvider clock) : IUseCase<ListLateRequests, IReadOnlyList<LateOffice>>
{
    private const int Most = 100;

    public async Task<Outcome<IReadOnlyList<LateOffice>>> HandleAsync(ListLateRequests input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - DataRequestRules.AlarmAfter;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.DataRequests.AsNoTracking().Where(r => r.State == DataRequestState.Asked && r.AskedAt <= since)
            .GroupBy(r => r.Office).OrderBy(g => g.Min(r => r.AskedAt)).ThenBy(g => g.Key).Take(Most)
            .Select(g => new LateOffice(g.Key, g.Count(), g.Count(r => r.DueAt <= now), g.Min(r => r.AskedAt))).ToListAsync(ct);
    }
}
