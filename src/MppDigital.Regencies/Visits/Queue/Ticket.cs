using System.Globalization;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>One number in the line of a hall on one day. It says nothing about who holds it.</summary>
internal sealed class Ticket : IVersioned, IInLine
{
    private Ticket()
    {
    }

    public Guid Id { get; private init; }

    public Guid PlaceId { get; private init; }

    /// <summary>The regency's own day: numbers begin anew each morning.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Of the line that gave the number; the number keeps it even where another line goes on.</summary>
    public string Letter { get; private init; } = "";

    public int Sequence { get; private init; }

    /// <summary>The counters whose line it stands in.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>Code of the service.</summary>
    public string Service { get; private set; } = "";

    /// <summary>The booking it belongs to; a booking gets one ticket, however often its code is shown.</summary>
    public Guid? VisitId { get; private init; }

    public bool Priority { get; private init; }

    /// <summary>When the person came.</summary>
    public DateTime ArrivedAt { get; private init; }

    /// <summary>When the person should be called: <see cref="QueueOrder"/> says how it is found.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>The time that was told with the number, kept to measure how good it was.</summary>
    public DateTime? PromisedAt { get; private set; }

    public TicketState State { get; private set; }

    /// <summary>The counter that has it, or for which it waits after a transfer; null: any of the line's counters.</summary>
    public Guid? CounterId { get; private set; }

    /// <summary>First call.</summary>
    public DateTime? CalledAt { get; private set; }

    public DateTime? LastCalledAt { get; private set; }

    public int Calls { get; private set; }

    public DateTime? ServedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The kiosk gave it out while the link was down.</summary>
    public bool Offline { get; private init; }

    public long Version { get; private set; }

    public string Number => NumberOf(Letter, Sequence);

    public static string NumberOf(string letter, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{letter}-{sequence:000}");

    public static Ticket Issue(TicketTerms terms, DateTime dueAt) => new()
    {
        Id = Guid.CreateVersion7(),
        PlaceId = terms.PlaceId,
        Day = terms.Day,
        Letter = terms.Letter,
        Sequence = terms.Sequence,
        GroupId = terms.GroupId,
        Service = terms.Service,
        VisitId = terms.VisitId,
        Priority = terms.Priority,
        Offline = terms.Offline,
        ArrivedAt = terms.ArrivedAt,
        DueAt = dueAt,
    };

    public void Promise(DateTime at) => PromisedAt = at;

    public bool Call(Guid counter, DateTime now)
    {
        if (!Go(TicketMove.Call)) return false;
        (CounterId, CalledAt, LastCalledAt, Calls) = (counter, CalledAt ?? now, now, Calls + 1);
        return true;
    }

    public bool Recall(DateTime now)
    {
        if (!Go(TicketMove.Recall)) return false;
        (LastCalledAt, Calls) = (now, Calls + 1);
        return true;
    }

    public bool Serve(DateTime now)
    {
        if (!Go(TicketMove.Serve)) return false;
        // After a pause the work goes on: the first instant counts.
        ServedAt ??= now;
        return true;
    }

    public bool Hold() => Go(TicketMove.Hold);

    public bool End(DateTime now)
    {
        if (!Go(TicketMove.End)) return false;
        EndedAt = now;
        return true;
    }

    public bool MissCall(DateTime now)
    {
        if (!Go(TicketMove.NoShow)) return false;
        EndedAt = now;
        return true;
    }

    /// <param name="counter">Null: any counter of that line.</param>
    public bool Transfer(Guid group, string service, Guid? counter)
    {
        if (!Go(TicketMove.Transfer)) return false;
        // What was spent at the first counter is no measure of the second one's work; the due time stays, so nobody queues twice.
        (GroupId, Service, CounterId, ServedAt) = (group, service, counter, null);
        return true;
    }

    public bool Rejoin(DateTime now)
    {
        if (!Go(TicketMove.Rejoin)) return false;
        (DueAt, CounterId, EndedAt) = (now, null, null);
        return true;
    }

    private bool Go(TicketMove move)
    {
        if (TicketMoves.After(State, move) is not { } next) return false;
        State = next;
        return true;
    }
}

/// <summary>What a ticket is made of.</summary>
internal sealed record TicketTerms(Guid PlaceId, Guid GroupId, DateOnly Day, string Letter, int Sequence, string Service, Guid? VisitId, bool Priority, DateTime ArrivedAt, bool Offline = false);
