using MppDigital.Platform.Calendar;
using MppDigital.Regencies.Feedback.Complaints;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

/// <summary>
/// The clocks of complaints against a second telling of the rule that shares no code with it: a walk from midnight to midnight that counts
/// working days and moves the complaint when they are used up.
/// </summary>
public sealed class ComplaintClockTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void Agree_with_a_walk_from_midnight_to_midnight()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 300; i++)
        {
            var c = Case.Random(random);
            Assert.Equal((i, Expected(c)), (i, Actual(c)));
        }
    }

    /// <param name="Triaged">Minutes after receipt, and so on; what comes when the days have moved the complaint on does not happen.</param>
    private sealed record Case(TimeZoneInfo Zone, HashSet<int> Holidays, int Received, ComplaintClass Class, int Triaged, int Answered, int HeadAnswered, int Looked)
    {
        public static Case Random(Random random) => new(
            IndonesianZones.All[random.Next(3)], [.. Enumerable.Range(0, 60).Select(_ => random.Next(500))], random.Next(200 * 1440), (ComplaintClass)random.Next(4),
            random.Next(8 * 1440), random.Next(120 * 1440), random.Next(160 * 1440), random.Next(250 * 1440));
    }

    private static DateTime Instant(Case c, int minute) => First.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(minute - c.Zone.BaseUtcOffset.TotalMinutes);

    private static string Actual(Case c)
    {
        var calendar = new WorkingCalendar(c.Holidays.Select(d => new Holiday(First.AddDays(d), "Libur", null, HolidayType.National)), [], 2026);
        var complaint = Complaints.Fresh(c.Class, Instant(c, c.Received));
        ComplaintTerms.SetDue(calendar, c.Zone, complaint);
        foreach (var (after, act) in Acts(c))
        {
            var now = Instant(c, c.Received + after);
            ComplaintTerms.Settle(calendar, c.Zone, complaint, now);
            if (act == "triage" && complaint.State == ComplaintState.Received) complaint.Triage(c.Class, "a", now);
            if (act == "answer" && complaint.State == ComplaintState.Triaged) complaint.Assign("DPMPTSP", "a", [], now);
            if (act == "answer" && complaint.State == ComplaintState.Assigned) complaint.Answer(ComplaintActor.Officer, "a", [], now);
            if (act == "head" && complaint.State == ComplaintState.AtHead) complaint.Answer(ComplaintActor.Head, "h", [], now);
            ComplaintTerms.SetDue(calendar, c.Zone, complaint);
        }

        return string.Join(' ', complaint.Events.Where(e => e.Kind is not ("received" or "triaged" or "assigned")).Select(e => $"{e.Kind}@{(e.At - Instant(c, 0)).TotalMinutes}"));
    }

    private static string Expected(Case c)
    {
        var acts = Acts(c).ToDictionary(a => a.Act, a => c.Received + a.After);
        foreach (var act in (string[])["triage", "answer", "head"]) acts.TryAdd(act, -1);
        var (step, since, log) = ("received", c.Received, new List<string>());
        for (var minute = c.Received; minute <= acts["look"]; minute++)
        {
            // Midnight first: a step taken at 00.00 belongs to the new day.
            if (minute % 1440 == 0 && minute > c.Received && step != "closed" && step != "ministry")
            {
                var (from, limit) = step switch
                {
                    "received" => (c.Received, 3),
                    "work" => (c.Received, c.Class switch { ComplaintClass.Information => 5, ComplaintClass.Conduct => 60, _ => 14 }),
                    "head" => (since, 5),
                    _ => (since, 10),
                };
                var gone = Enumerable.Range((from / 1440) + 1, Math.Max(0, (minute / 1440) - 1 - (from / 1440))).Count(d => IsWorking(c, d));
                if (gone >= limit)
                {
                    (step, var told) = step switch { "answered" => ("closed", "closed"), "head" => ("ministry", "escalated-ministry"), _ => ("head", "escalated-head") };
                    since = minute;
                    log.Add($"{told}@{minute}");
                }
            }

            if (minute == acts["triage"] && step == "received") step = "work";
            if ((minute == acts["answer"] && step == "work") || (minute == acts["head"] && step == "head"))
            {
                (step, since) = ("answered", minute);
                log.Add($"answered@{minute}");
            }
        }

        return string.Join(' ', log);
    }

    private static bool IsWorking(Case c, int day) => First.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !c.Holidays.Contains(day);

    private static List<(int After, string Act)> Acts(Case c) =>
        [.. new (int After, string Act)[] { (c.Triaged, "triage"), (c.Answered, "answer"), (c.HeadAnswered, "head"), (c.Looked, "look") }.Where(a => a.After <= c.Looked).OrderBy(a => a.After).ThenBy(a => a.Act switch { "triage" => 0, "answer" => 1, "head" => 2, _ => 3 })];
}
