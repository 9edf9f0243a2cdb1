using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>What whoever holds the receipt sees: what became of it, not what they wrote and not who they are.</summary>
/// <param name="DueOn">Last day of the present step.</param>
/// <param name="InstructedBy">The day that the ministry named.</param>
/// <param name="Actions">What the holder may do now: <c>accept</c>, <c>contest</c>, <c>withdraw</c>, <c>evidence</c>.</param>
public sealed record ComplaintView(
    string Number, string Class, string Status, string Level, string Closing, string Title, DateTimeOffset ReceivedAt, DateOnly? DueOn, DateTimeOffset? DueAt, bool Provisional, DateOnly? InstructedBy,
    int Files, IReadOnlyList<string> Actions, IReadOnlyList<ComplaintLine> Timeline)
{
    public override string ToString() => $"complaint {Number}";
}

/// <param name="By">Who, by kind: no officer's name.</param>
/// <param name="Text">An answer, an objection or an instruction; empty for everything else.</param>
public sealed record ComplaintLine(DateTimeOffset At, string Kind, string By, string Text, string Agency)
{
    public override string ToString() => Kind;
}

internal sealed class ComplaintViews(RegencySecrets secrets, CurrentRegency current)
{
    private static readonly HashSet<string> Public = ["answered", "contested", "disagreed", "instructed"];

    /// <summary>Whoever complained reads what was said there.</summary>
    public static bool IsPublic(string kind) => Public.Contains(kind);

    /// <param name="notes">For officers, who also read what they wrote to each other.</param>
    public ComplaintView Of(Complaint complaint, bool notes = false) => new(
        complaint.Number, ComplaintWords.Wire(complaint.Class), ComplaintWords.Wire(complaint.State), ComplaintWords.Wire(complaint.Level), ComplaintWords.Wire(complaint.Closing), secrets.OpenReason(complaint.Title),
        current.Value.At(complaint.ReceivedAt), complaint.DueOn, current.Value.At(complaint.DueAt), complaint.Provisional, complaint.InstructedBy, complaint.Files.Count, ActionsOf(complaint),
        [.. complaint.Events.Where(e => notes || e.Kind != "summarised").Select(e => new ComplaintLine(current.Value.At(e.At), e.Kind, ComplaintWords.Wire(e.ActorKind), notes || Public.Contains(e.Kind) ? secrets.OpenReason(e.Text) : "", e.Agency))]);

    private static List<string> ActionsOf(Complaint complaint)
    {
        List<string> actions = [.. ((ComplaintMove[])[ComplaintMove.Accept, ComplaintMove.Contest, ComplaintMove.Withdraw]).Where(m => ComplaintMoves.Allows(m, complaint.State)).Select(m => ComplaintWords.Wire(m))];
        if (complaint.IsOpen && complaint.Files.Count < AddEvidence.MostFiles) actions.Add("evidence");
        return actions;
    }
}
