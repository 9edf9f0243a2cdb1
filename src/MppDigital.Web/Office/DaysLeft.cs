using MppDigital.Regencies.Applications.Office;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

/// <summary>The legal limit of one row in words: until when, what is left, and whether it ends today.</summary>
internal sealed record DaysLeft(string Limit, string Words, bool Urgent)
{
    public static DaysLeft Of(InboxRow row, DateOnly today) => row switch
    {
        { Status: not ("submitted" or "in-review" or "returned") } => new(row.DueOn is { } was ? Dates.Brief(was) : "–", "", false),
        { Status: "returned" } => new(T("LimitStopped"), T("LeftStopped"), false),
        { LimitDays: null } => new(T("LimitNone"), "", false),
        { Undeclared: true } => new(T("LimitUndeclared"), T("LeftComplete"), true),
        { CompleteAt: null } => new(T("LimitNotRunning"), T("LeftComplete"), false),
        { Late: true, DueOn: { } was } => new(T("LimitLate", Dates.Brief(was)), T("LeftLate"), true),
        { DueOn: { } due } when due <= today => new(T("LimitToday"), T("LeftToday"), true),
        { DueOn: { } due, LimitDays: { } limit, DaysGone: { } gone } => new(Dates.Brief(due), limit - gone == 1 ? T("LeftOne") : T("LeftDays", limit - gone), false),
        _ => new("–", "", false),
    };
}
