using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>
/// Every night: whoever had booked for a day that is over and never checked in did not come; nor did whoever was called and stayed away. That is settled
/// only now, for on the same day they could still join the line again.
/// </summary>
internal sealed class RecordMissed(IDbContextFactory<RegencyDbContext> contexts, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IRegencyTask
{
    public const string TaskKind = "missed-visits";

    private const int AtOnce = 500;

    string IRegencyTask.Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        await using var db = await contexts.CreateDbContextAsync(ct);
        while (await db.Visits.Where(v => v.Day < today && (v.State == VisitState.Booked || (v.State == VisitState.CheckedIn && db.Tickets.Any(t => t.VisitId == v.Id && t.State == TicketState.NoShow)))).OrderBy(v => v.Day).ThenBy(v => v.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } missed)
        {
            foreach (var visit in missed)
            {
                visit.Miss(now);
                db.BookingSignals.Add(new BookingSignal { Act = BookingAct.Missed, At = now, VisitId = visit.Id, SlotId = visit.SlotId, Service = visit.Service, NikLookup = visit.NikLookup });
                db.Outbox.Add(VisitChanged.Row(visit, VisitNews.Missed, now));
            }

            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node walks here at the same moment; what is left is found tomorrow.
                return;
            }

            db.ChangeTracker.Clear();
        }

        signal.Raise(current.Value.Code);
    }
}
