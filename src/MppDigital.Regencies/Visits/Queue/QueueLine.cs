using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>One change of a place's line at a time, told to every display once it is stored.</summary>
internal sealed class QueueLine(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, CurrentRegency current, HallCalls calls, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Holds the head of the place's line from here to the commit, so that nobody else changes the line meanwhile; then displays are told.</summary>
    public async Task<Outcome<T>> ChangeAsync<T>(Guid place, Func<QueueChange, Task<Outcome<T>>> change, CancellationToken ct)
    {
        var outcome = await HoldAsync(place, 1, change, ct);
        if (outcome.Succeeded) await calls.RaiseAsync(current.Value.Code, place, ct);
        return outcome;
    }

    /// <summary>The same for what no display shows.</summary>
    public Task<Outcome<T>> QuietlyAsync<T>(Guid place, Func<QueueChange, Task<Outcome<T>>> change, CancellationToken ct) => HoldAsync(place, 0, change, ct);

    private async Task<Outcome<T>> HoldAsync<T>(Guid place, int events, Func<QueueChange, Task<Outcome<T>>> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await EnsureHeadAsync(db, place, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Update before read: the row stays locked until the commit.
        await db.QueueHeads.Where(h => h.PlaceId == place).ExecuteUpdateAsync(h => h.SetProperty(x => x.LastEvent, x => x.LastEvent + events), ct);
        var sequence = await db.QueueHeads.Where(h => h.PlaceId == place).Select(h => h.LastEvent).SingleAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var outcome = await change(new QueueChange(db, place, sequence, now, StaffDirectory.DayOf(now, current.Value)));
        if (!outcome.Succeeded) return outcome;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (db.Outbox.Local.Count > 0) signal.Raise(current.Value.Code);
        return outcome;
    }

    private async Task EnsureHeadAsync(RegencyDbContext db, Guid place, CancellationToken ct)
    {
        if (await db.QueueHeads.AnyAsync(h => h.PlaceId == place, ct)) return;
        db.QueueHeads.Add(new QueueHead { PlaceId = place });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Two firsts at once: the other one's row serves both.
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>The line of a place while it is held.</summary>
internal sealed class QueueChange(RegencyDbContext db, Guid place, long sequence, DateTime now, DateOnly today)
{
    public RegencyDbContext Db => db;

    public Guid Place => place;

    public DateTime Now => now;

    public DateOnly Today => today;

    public IQueryable<Ticket> Tickets => db.Tickets.Where(t => t.PlaceId == place && t.Day == today);

    /// <summary>One event a change: displays read what else changed from the line itself.</summary>
    public void Tell(QueueEventKind kind, Ticket ticket, string agency, string counter) =>
        db.QueueEvents.Add(new QueueEvent { PlaceId = place, Sequence = sequence, Kind = kind, TicketId = ticket.Id, Number = ticket.Number, Agency = agency, Counter = counter, At = now });

    /// <summary>A counter opened, shut or went on a break.</summary>
    public void TellOf(string agency, string counter) =>
        db.QueueEvents.Add(new QueueEvent { PlaceId = place, Sequence = sequence, Kind = QueueEventKind.Changed, Agency = agency, Counter = counter, At = now });

    /// <summary>The next number of a line; begins anew with each day.</summary>
    public async Task<int> TakeNumberAsync(Guid group, CancellationToken ct)
    {
        await BeginDayAsync(group, ct);
        await db.QueueSeries.Where(s => s.GroupId == group).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1), ct);
        return await db.QueueSeries.Where(s => s.GroupId == group).Select(s => s.Last).SingleAsync(ct);
    }

    /// <summary>So many numbers that nobody else gives out today.</summary>
    /// <returns>The first of them.</returns>
    public async Task<int> ReserveAsync(Guid group, int count, CancellationToken ct)
    {
        await BeginDayAsync(group, ct);
        await db.QueueSeries.Where(s => s.GroupId == group).ExecuteUpdateAsync(s => s.SetProperty(x => x.Reserved, x => x.Reserved + count), ct);
        return QueueSeries.FirstReserved - count + await db.QueueSeries.Where(s => s.GroupId == group).Select(s => s.Reserved).SingleAsync(ct);
    }

    /// <summary>The head of the line is held, so nobody else begins the same day.</summary>
    private async Task BeginDayAsync(Guid group, CancellationToken ct)
    {
        if (await db.QueueSeries.Where(s => s.GroupId == group && s.Day < today).ExecuteUpdateAsync(s => s.SetProperty(x => x.Day, today).SetProperty(x => x.Last, 0).SetProperty(x => x.Reserved, 0), ct) > 0) return;
        if (await db.QueueSeries.AnyAsync(s => s.GroupId == group, ct)) return;
        db.QueueSeries.Add(new QueueSeries { GroupId = group, Day = today });
        await db.SaveChangesAsync(ct);
    }
}
