using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Feedback.Complaints;

public enum ComplaintMove
{
    Triage,
    Assign,
    Forward,
    Answer,
    Summarise,
    Instruct,
    Accept,
    Contest,
    Withdraw,

    /// <summary>The national channel says that it is ours after all.</summary>
    ComeBack,
    AnswerOutside,
    CloseOutside,
}

/// <summary>Which step is possible when, and whose it is. Everything that is not written here is refused.</summary>
internal static class ComplaintMoves
{
    private static readonly Dictionary<ComplaintMove, ComplaintState[]> From = new()
    {
        [ComplaintMove.Triage] = [ComplaintState.Received],
        [ComplaintMove.Assign] = [ComplaintState.Triaged, ComplaintState.Assigned],
        [ComplaintMove.Forward] = [ComplaintState.Triaged],
        [ComplaintMove.Answer] = [ComplaintState.Assigned, ComplaintState.AtHead, ComplaintState.AtMinistry],
        [ComplaintMove.Summarise] = [ComplaintState.AtMinistry],
        [ComplaintMove.Instruct] = [ComplaintState.AtMinistry],
        [ComplaintMove.Accept] = [ComplaintState.Answered],
        [ComplaintMove.Contest] = [ComplaintState.Answered],
        [ComplaintMove.Withdraw] = [ComplaintState.Received, ComplaintState.Triaged, ComplaintState.Assigned, ComplaintState.Outside, ComplaintState.AtHead, ComplaintState.AtMinistry],
        [ComplaintMove.ComeBack] = [ComplaintState.Outside],
        [ComplaintMove.AnswerOutside] = [ComplaintState.Outside],
        [ComplaintMove.CloseOutside] = [ComplaintState.Outside],
    };

    public static bool Allows(ComplaintMove move, ComplaintState state) => From[move].Contains(state);

    /// <summary>By role and agency, in the present state.</summary>
    public static bool MayDo(StaffMember staff, ComplaintMove move, Complaint complaint) => move switch
    {
        // Once: a channel that sent it back is not asked again.
        ComplaintMove.Forward when complaint.Reference is not null => false,
        ComplaintMove.Triage or ComplaintMove.Forward => staff.Is(OfficerRole.Head) || (Works(staff) && !IsAccused(staff, complaint)),
        ComplaintMove.Assign => staff.Is(OfficerRole.Head) || (Works(staff) && !IsAccused(staff, complaint)) || Has(staff, complaint),
        ComplaintMove.Answer when complaint.State == ComplaintState.Assigned => HasInHand(staff, complaint) || (complaint.Agency.Length == 0 && staff.Is(OfficerRole.Head)),
        ComplaintMove.Answer or ComplaintMove.Summarise => staff.Is(OfficerRole.Head),
        _ => false,
    };

    /// <summary>Of the agency complained about only those see a complaint to whom it was given, and the head sees all.</summary>
    public static bool MaySee(StaffMember staff, Complaint complaint) => staff.Is(OfficerRole.Head) || (Works(staff) && (!IsAccused(staff, complaint) || HasInHand(staff, complaint)));

    public static bool MaySeeWho(StaffMember staff, Complaint complaint) => complaint.Who switch
    {
        ComplainantKind.Named => MaySee(staff, complaint) && (staff.Is(OfficerRole.Head) || !IsAccused(staff, complaint)),
        ComplainantKind.Hidden => staff.Is(OfficerRole.Head) && !IsAccused(staff, complaint),
        _ => false,
    };

    public static bool Works(StaffMember staff) => staff.Is(OfficerRole.Officer) || staff.Is(OfficerRole.Clerk) || staff.Is(OfficerRole.Head);

    private static bool IsAccused(StaffMember staff, Complaint complaint) => complaint.AboutAgency.Length > 0 && staff.Seats.Any(s => s.Agency == complaint.AboutAgency);

    /// <summary>Given to one officer it is that officer's; given to the agency, whoever of them answers first.</summary>
    private static bool HasInHand(StaffMember staff, Complaint complaint) => Has(staff, complaint) && (complaint.Officer.Length == 0 || complaint.Officer == staff.Sub);

    private static bool Has(StaffMember staff, Complaint complaint) => complaint.Agency.Length > 0 && staff.Seats.Any(s => s.Role == OfficerRole.Officer && s.Agency == complaint.Agency);
}
