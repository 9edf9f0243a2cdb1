using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.Components.Voice.VoiceTexts;

namespace MppDigital.Web.Components.Voice;

/// <summary>Where a complaint stands, until when, and what happens then.</summary>
internal static class StateWords
{
    public static string Of(ComplaintView view, Regency regency)
    {
        var until = view.DueOn is { } due ? $"{Dates.Full(due)}, 23.59 {regency.ZoneAbbreviation}" : "";
        return view.Status switch
        {
            "closed" => Say($"Closed-{view.Closing}"),
            "at-ministry" => view.InstructedBy is { } by ? Say("State-instructed", Dates.Full(by)) : Say("State-at-ministry"),
            var state => Say($"State-{state}", until),
        };
    }
}
