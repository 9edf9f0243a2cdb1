using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Changes;

/// <summary>What happened to the applications of this regency, in the order in which it was stored, for systems that follow along.</summary>
/// <param name="After">Cursor of the last change already known; 0 from the beginning.</param>
public sealed record ListChanges(long After, int Limit);

/// <param name="Items">The oldest first.</param>
/// <param name="More">There are further ones already.</param>
public sealed record ChangePage(IReadOnlyList<Change> Items, bool More);

/// <param name="Cursor">Grows without end; holes are changes that concern nobody outside.</param>
/// <param name="Event">For example <c>application-submitted</c>.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="Status">Of the application now, which may be further than this change.</param>
public sealed record Change(long Cursor, DateTimeOffset At, string Event, string Number, string Service, string Status);

/// <summary>Reads the audit trail: its numbers are given out one writer at a time, so nothing can appear behind a cursor that was read.</summary>
internal sealed class ListChangesHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current) : IUseCase<ListChanges, ChangePage>
{
    /// <summary>Handing a file on, opinions and money are the office's own.</summary>
    private static readonly string[] Told =
    [
        "application-submitted", "application-completed", "application-returned", "application-corrected", "application-approved", "application-refused", "application-deemed",
        "application-withdrawn", "document-replaced", "document-revoked", "document-annulled", "register-product-stored",
    ];

    public async Task<Outcome<ChangePage>> HandleAsync(ListChanges input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (from line in db.Set<Platform.Audit.AuditRow>().AsNoTracking()
                          join application in db.Applications on line.Subject equals application.Number
                          where line.Sequence > input.After && Told.Contains(line.Action)
                          orderby line.Sequence
                          select new { line.Sequence, line.At, line.Action, application.Number, application.Service, application.Status }).Take(input.Limit + 1).ToListAsync(ct);
        return new ChangePage(
            [.. rows.Take(input.Limit).Select(r => new Change(r.Sequence, current.Value.At(r.At), r.Action, r.Number, r.Service, r.Status.Wire()))],
            rows.Count > input.Limit);
    }
}
