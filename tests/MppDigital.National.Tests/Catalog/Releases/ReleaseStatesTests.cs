using MppDigital.National.Catalog.Releases;

namespace MppDigital.National.Tests.Catalog.Releases;

/// <summary>Every state of a release against every action, written by hand: what the row allows and where it leads.</summary>
public sealed class ReleaseStatesTests
{
    private static readonly DateTime At = new(2026, 11, 19, 3, 0, 0, DateTimeKind.Utc);

    // Columns: Start, Widen, PublishToAll, Pause, Resume, Halt, RollBack, RollBackOne, Withdraw. "-" is refused.
    private const string Table = """
        Draft       Canary -    Everywhere -      -      -      -          -          Withdrawn
        Canary      -      Wave Everywhere Paused -      Halted RolledBack Canary     -
        Wave        -      Wave Everywhere Paused -      Halted RolledBack Wave       -
        Paused      -      -    -          -      Canary -      RolledBack Paused     -
        Halted      -      -    -          -      Canary -      RolledBack Halted     -
        Everywhere  -      -    -          -      -      -      RolledBack Everywhere -
        RolledBack  -      -    -          -      -      -      -          -          -
        Withdrawn   -      -    -          -      -      -      -          -          -
        """;

    public static TheoryData<ReleaseState, ReleaseAction, ReleaseState?> Cells
    {
        get
        {
            var cells = new TheoryData<ReleaseState, ReleaseAction, ReleaseState?>();
            foreach (var line in Table.Split('\n'))
            {
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (var action in Enum.GetValues<ReleaseAction>()) cells.Add(Enum.Parse<ReleaseState>(words[0]), action, words[(int)action + 1] == "-" ? null : Enum.Parse<ReleaseState>(words[(int)action + 1]));
            }

            return cells;
        }
    }

    [Fact]
    public void The_table_is_complete() => Assert.Equal(Enum.GetValues<ReleaseState>().Length * Enum.GetValues<ReleaseAction>().Length, Cells.Count);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Leads_where_the_table_says(ReleaseState from, ReleaseAction action, ReleaseState? to)
    {
        var release = In(from);

        Assert.Equal(to is not null, release.May(action));
        if (to is null) Assert.Throws<InvalidOperationException>(() => Take(release, action));
        else
        {
            Take(release, action);
            Assert.Equal(to, release.State);
        }
    }

    [Fact]
    public void Goes_on_as_a_wave_after_a_pause_in_a_wave()
    {
        var release = In(ReleaseState.Wave);
        release.Pause(At);
        release.Resume(At);

        Assert.Equal(ReleaseState.Wave, release.State);
    }

    [Fact]
    public void Frees_its_service_when_it_is_over()
    {
        Assert.All(Enum.GetValues<ReleaseState>(), state => Assert.Equal(state is ReleaseState.Everywhere or ReleaseState.RolledBack or ReleaseState.Withdrawn ? null : "DPM-SIP-04", In(state).OpenFor));
    }

    private static ReleaseRow In(ReleaseState state)
    {
        var release = new ReleaseRow("DPM-SIP-04", 2, "owner", "key", At);
        ReleaseAction[] way = state switch
        {
            ReleaseState.Draft => [],
            ReleaseState.Canary => [ReleaseAction.Start],
            ReleaseState.Wave => [ReleaseAction.Start, ReleaseAction.Widen],
            ReleaseState.Paused => [ReleaseAction.Start, ReleaseAction.Pause],
            ReleaseState.Halted => [ReleaseAction.Start, ReleaseAction.Halt],
            ReleaseState.Everywhere => [ReleaseAction.PublishToAll],
            ReleaseState.RolledBack => [ReleaseAction.Start, ReleaseAction.RollBack],
            _ => [ReleaseAction.Withdraw],
        };
        foreach (var action in way) Take(release, action);
        return release;
    }

    private static void Take(ReleaseRow release, ReleaseAction action)
    {
        switch (action)
        {
            case ReleaseAction.Start: release.Start(["13.75"], At); break;
            case ReleaseAction.Widen: release.Widen(["13.71"], At); break;
            case ReleaseAction.PublishToAll: release.PublishToAll(At); break;
            case ReleaseAction.Pause: release.Pause(At); break;
            case ReleaseAction.Resume: release.Resume(At); break;
            case ReleaseAction.Halt: release.Halt("errors", At); break;
            case ReleaseAction.RollBack: release.RollBack(At); break;
            case ReleaseAction.RollBackOne: release.RollBackOne("13.75", At); break;
            case ReleaseAction.Withdraw: release.Withdraw(At); break;
        }
    }
}
