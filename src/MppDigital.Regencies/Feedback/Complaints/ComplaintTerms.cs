using MppDigital.Platform.Calendar;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>
/// How long each step may last, in working days (SP4N-LAPOR!: checked within 3; information within 5, a service within 14, what has to be inspected
/// within 60; UU 25/2009: answered within 14, settled within 60). The answer is due from receipt, so that nobody gains time by checking late.
/// </summary>
internal static class ComplaintTerms
{
    public const int TriageDays = 3;

    /// <summary>For the head, from the day it came to them.</summary>
    public const int HeadDays = 5;

    /// <summary>For the citizen to accept or to contest; their silence then closes, which the answer says.</summary>
    public const int AcceptDays = 10;

    public static int AnswerDays(ComplaintClass kind) => kind switch
    {
        ComplaintClass.Information => 5,
        ComplaintClass.Conduct => 60,
        _ => 14,
    };

    /// <summary>The end of the present step; null where the ministry's date counts, or nothing is waited for.</summary>
    public static LegalDeadline? DueOf(WorkingCalendar calendar, TimeZoneInfo zone, Complaint complaint) => complaint.State switch
    {
        ComplaintState.Received => LegalClock.Due(calendar, zone, complaint.ReceivedAt, TriageDays, []),
        ComplaintState.Triaged or ComplaintState.Assigned or ComplaintState.Outside => LegalClock.Due(calendar, zone, complaint.ReceivedAt, AnswerDays(complaint.Class), []),
        ComplaintState.AtHead => LegalClock.Due(calendar, zone, complaint.Since, HeadDays, []),
        ComplaintState.Answered => LegalClock.Due(calendar, zone, complaint.Since, AcceptDays, []),
        _ => null,
    };

    public static void SetDue(WorkingCalendar calendar, TimeZoneInfo zone, Complaint complaint)
    {
        if (complaint is { State: ComplaintState.AtMinistry, InstructedBy: { } by }) complaint.SetDue(by, LegalClock.EndOf(by, zone).UtcDateTime, calendar.IsProvisional(by));
        else if (DueOf(calendar, zone, complaint) is { } due) complaint.SetDue(due.DueOn, due.DueAt.UtcDateTime, due.Provisional);
        else complaint.SetDue(null, null, false);
    }

    /// <summary>Nobody is above the ministry: its own date shows as late and moves nothing.</summary>
    public static bool HasLapsed(Complaint complaint, DateTime now) => complaint.IsOpen && complaint.State != ComplaintState.AtMinistry && complaint.DueAt <= now;

    /// <summary>What the days brought by themselves, step by step, each at its own instant: whoever looks late sees the same as whoever looked in time.</summary>
    public static bool Settle(WorkingCalendar calendar, TimeZoneInfo zone, Complaint complaint, DateTime now)
    {
        var lapsed = false;
        while (HasLapsed(complaint, now))
        {
            complaint.Lapse(complaint.DueAt!.Value);
            SetDue(calendar, zone, complaint);
            lapsed = true;
        }

        return lapsed;
    }
}
