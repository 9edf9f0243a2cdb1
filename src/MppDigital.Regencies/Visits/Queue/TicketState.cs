namespace MppDigital.Regencies.Visits.Queue;

public enum TicketState
{
    /// <summary>In the line.</summary>
    Waiting,

    /// <summary>Asked to come to a counter.</summary>
    Called,

    /// <summary>Was at the counter and was sent to fetch something; comes back to the same counter without the line.</summary>
    Held,

    /// <summary>At the counter.</summary>
    Serving,

    /// <summary>Done.</summary>
    Served,

    /// <summary>Did not come when called.</summary>
    NoShow,

    /// <summary>In the line of another counter, in the place that the first due time gives.</summary>
    Transferred,
}

/// <summary>What a counter can do with a ticket.</summary>
public enum TicketMove
{
    Call,
    Recall,
    Hold,
    Transfer,
    NoShow,
    Serve,
    End,
    Rejoin,
}

/// <summary>Which move is possible in which state, and where it leads. Every pair that is not here is refused.</summary>
internal static class TicketMoves
{
    private static readonly Dictionary<(TicketState, TicketMove), TicketState> Table = new()
    {
        [(TicketState.Waiting, TicketMove.Call)] = TicketState.Called,
        [(TicketState.Transferred, TicketMove.Call)] = TicketState.Called,
        [(TicketState.Called, TicketMove.Recall)] = TicketState.Called,
        [(TicketState.Called, TicketMove.Serve)] = TicketState.Serving,
        [(TicketState.Called, TicketMove.Hold)] = TicketState.Held,
        [(TicketState.Called, TicketMove.Transfer)] = TicketState.Transferred,
        [(TicketState.Called, TicketMove.NoShow)] = TicketState.NoShow,
        [(TicketState.Serving, TicketMove.End)] = TicketState.Served,
        [(TicketState.Serving, TicketMove.Hold)] = TicketState.Held,
        [(TicketState.Serving, TicketMove.Transfer)] = TicketState.Transferred,
        [(TicketState.Held, TicketMove.Recall)] = TicketState.Called,
        [(TicketState.Held, TicketMove.Transfer)] = TicketState.Transferred,
        [(TicketState.Held, TicketMove.NoShow)] = TicketState.NoShow,
        // Somebody who comes late is not sent home: back into the line, due from now on.
        [(TicketState.NoShow, TicketMove.Rejoin)] = TicketState.Waiting,
    };

    public static TicketState? After(TicketState state, TicketMove move) => Table.TryGetValue((state, move), out var next) ? next : null;

    public static bool IsWaiting(this TicketState state) => state is TicketState.Waiting or TicketState.Transferred;

    /// <summary>The states in which a counter is busy with the ticket; a counter has at most one of these.</summary>
    public static bool IsAtCounter(this TicketState state) => state is TicketState.Called or TicketState.Serving;
}
