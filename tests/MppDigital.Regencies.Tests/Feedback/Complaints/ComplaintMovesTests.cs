using MppDigital.Regencies.Feedback.Complaints;
using static MppDigital.Regencies.Feedback.Complaints.ComplaintState;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

/// <summary>Every state against every step: what is not written here is refused, and what is written changes the complaint by exactly one event.</summary>
public sealed class ComplaintMovesTests
{
    // One row for each step: the states in which it is possible.
    private static readonly Dictionary<ComplaintMove, ComplaintState[]> Table = new()
    {
        [ComplaintMove.Triage] = [Received],
        [ComplaintMove.Assign] = [Triaged, Assigned],
        [ComplaintMove.Forward] = [Triaged],
        [ComplaintMove.Answer] = [Assigned, AtHead, AtMinistry],
        [ComplaintMove.Summarise] = [AtMinistry],
        [ComplaintMove.Instruct] = [AtMinistry],
        [ComplaintMove.Accept] = [Answered],
        [ComplaintMove.Contest] = [Answered],
        [ComplaintMove.Withdraw] = [Received, Triaged, Assigned, Outside, AtHead, AtMinistry],
        [ComplaintMove.ComeBack] = [Outside],
        [ComplaintMove.AnswerOutside] = [Outside],
        [ComplaintMove.CloseOutside] = [Outside],
    };

    private static readonly DateTime Now = new(2026, 11, 19, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_state_allows_the_steps_of_the_table_and_no_other()
    {
        foreach (var move in Enum.GetValues<ComplaintMove>())
        {
            foreach (var state in Enum.GetValues<ComplaintState>()) Assert.Equal((move, state, Table[move].Contains(state)), (move, state, ComplaintMoves.Allows(move, state)));
        }
    }

    [Fact]
    public void A_contest_goes_one_step_higher_until_nobody_is_above()
    {
        var complaint = Complaints.Fresh(ComplaintClass.Service, Now);
        complaint.Triage(ComplaintClass.Service, "a", Now);
        complaint.Assign("DPMPTSP", "a", [], Now);
        complaint.Answer(ComplaintActor.Officer, "a", [1], Now);
        complaint.Contest([1], Now);
        Assert.Equal((AtHead, ComplaintLevel.Head), (complaint.State, complaint.Level));
        complaint.Answer(ComplaintActor.Head, "h", [1], Now);
        complaint.Contest([1], Now);
        Assert.Equal((AtMinistry, ComplaintLevel.Ministry), (complaint.State, complaint.Level));
        complaint.Instruct(new DateOnly(2026, 12, 1), [1], Now);
        complaint.Answer(ComplaintActor.Head, "h", [1], Now);
        complaint.Contest([1], Now);
        Assert.Equal((Closed, ComplaintClosing.Disagreed), (complaint.State, complaint.Closing));
        Assert.Equal(
            ["received", "triaged", "assigned", "answered", "contested", "escalated-head", "answered", "contested", "escalated-ministry", "instructed", "answered", "disagreed"], complaint.Events.Select(e => e.Kind));
        Assert.Equal(Enumerable.Range(1, 12), complaint.Events.Select(e => e.Sequence));
    }
}

internal static class Complaints
{
    public static Complaint Fresh(ComplaintClass kind, DateTime now)
    {
        var complaint = new Complaint("1375-P26-00001", "", kind, now);
        complaint.Receive(now, ComplaintActor.Citizen);
        return complaint;
    }
}
