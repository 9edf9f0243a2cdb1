namespace MppDigital.Regencies.Visits.Queue;

/// <summary>
/// The head of a place's line. Whoever changes the line raises <see cref="LastEvent"/> first and so holds the row until the commit: two officers
/// never take the same ticket, and events become visible in the order of their numbers.
/// </summary>
internal sealed class QueueHead
{
    public Guid PlaceId { get; init; }

    public long LastEvent { get; init; }
}

/// <summary>What a display has to show or say. Displays read on from the last number they saw.</summary>
internal sealed class QueueEvent
{
    public Guid PlaceId { get; init; }

    public long Sequence { get; init; }

    public QueueEventKind Kind { get; init; }

    /// <summary>Empty where a counter changed and no number with it.</summary>
    public Guid TicketId { get; init; }

    public string Number { get; init; } = "";

    /// <summary>Whose line it is, as the catalog writes it.</summary>
    public string Agency { get; init; } = "";

    /// <summary>What stands above the counter; empty where no counter is concerned.</summary>
    public string Counter { get; init; } = "";

    public DateTime At { get; init; }
}

internal enum QueueEventKind
{
    /// <summary>The line changed: somebody came, was served, left.</summary>
    Changed,

    /// <summary>A number is asked to a counter, for the first time or again.</summary>
    Called,
}

/// <summary>The last number of a line, today or on the last day it gave any.</summary>
internal sealed class QueueSeries
{
    public Guid GroupId { get; init; }

    /// <summary>Numbers that kiosks hold for the time when the link is down begin here, so that the others run without gaps.</summary>
    public const int FirstReserved = 5001;

    public DateOnly Day { get; init; }

    public int Last { get; init; }

    /// <summary>How many of the reserved numbers were handed to kiosks.</summary>
    public int Reserved { get; init; }
}

/// <summary>A device in the hall that gives out numbers. It is let in by a code that an admin reads out, once.</summary>
internal sealed class Kiosk
{
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PlaceId { get; init; }

    public required string Name { get; init; }

    /// <summary>Keyed hash of the code; null once it was used.</summary>
    public string? CodeHash { get; private set; }

    public DateTime CodeExpiresAt { get; private set; }

    /// <summary>What the device's cookie must repeat; changes with every enrolment, so an older device is out.</summary>
    public Guid? DeviceStamp { get; private set; }

    public DateTime? EnrolledAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public void Await(string codeHash, DateTime now) => (CodeHash, CodeExpiresAt, DeviceStamp) = (codeHash, now + CodeLifetime, null);

    public Guid Enrol(DateTime now)
    {
        var stamp = Guid.NewGuid();
        (CodeHash, DeviceStamp, EnrolledAt) = (null, stamp, now);
        return stamp;
    }

    public void Remove(DateTime now) => (CodeHash, DeviceStamp, RemovedAt) = (null, null, RemovedAt ?? now);
}
