using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Regencies.Tests.Visits.Queue;

/// <summary>The whole table, written a second time by hand: every state against every move.</summary>
public sealed class TicketMovesTests
{
    // Columns in the order of TicketMove: call, recall, hold, transfer, no-show, serve, end, rejoin. A dash is a refusal.
    [Theory]
    [InlineData(TicketState.Waiting, "Called - - - - - - -")]
    [InlineData(TicketState.Transferred, "Called - - - - - - -")]
    [InlineData(TicketState.Called, "- Called Held Transferred NoShow Serving - -")]
    [InlineData(TicketState.Held, "- Called - Transferred NoShow - - -")]
    [InlineData(TicketState.Serving, "- - Held Transferred - - Served -")]
    [InlineData(TicketState.Served, "- - - - - - - -")]
    [InlineData(TicketState.NoShow, "- - - - - - - Waiting")]
    public void Go_where_the_table_says_and_nowhere_else(TicketState state, string row)
    {
        var expected = row.Split(' ').Select(word => word == "-" ? (TicketState?)null : Enum.Parse<TicketState>(word));

        Assert.Equal(expected, Enum.GetValues<TicketMove>().Select(move => TicketMoves.After(state, move)));
    }

    [Fact]
    public void Cover_every_state() => Assert.Equal(7, Enum.GetValues<TicketState>().Length);
}
