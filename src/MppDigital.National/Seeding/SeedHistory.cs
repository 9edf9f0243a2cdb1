using MppDigital.National.Rollout;

namespace MppDigital.National.Seeding;

/// <summary>Turns published facts into rollout history, and no more than they say.</summary>
internal static class SeedHistory
{
    private static readonly PartialDate PilotLaunch = new("2023-06-20", new DateOnly(2023, 6, 20));

    public static IEnumerable<MilestoneRow> Milestones(Seed seed) =>
        seed.Milestones.Facts.Select(f => new MilestoneRow { Kind = f.Kind, On = f.On, DateText = f.Date, Text = f.Fact, Count = f.Count, Sources = string.Join("; ", f.Source), Confidence = f.Confidence })
            .Concat(seed.Milestones.Targets.Select(t => new MilestoneRow
            {
                Kind = MilestoneKind.Planned,
                On = t.By,
                DateText = $"{t.By:yyyy-MM-dd}",
                Text = t.Note,
                Count = t.Count,
                Sources = $"announced {t.AnnouncedOn:yyyy-MM-dd}",
                Confidence = "verified",
            }));

    public static IEnumerable<(string Code, RolloutEvent Event, PartialDate Date, string Source)> StageEvents(Seed seed)
    {
        foreach (var status in seed.Statuses)
        {
            var code = status.Code.Value;
            if (status.OperatingBy is { } by) yield return (code, RolloutEvent.Operating, by, status.Source);
            if (status.Inaugurated is { } day) yield return (code, RolloutEvent.Inaugurated, day, status.Source);
            if (status.DigitalPilot) yield return (code, RolloutEvent.DigitalPilot, PilotLaunch, string.Join("; ", seed.Milestones.DigitalPilots.Source));
        }

        // Halls that serve regencies without being theirs: the provincial hall of DKI Jakarta.
        foreach (var happening in seed.Milestones.InaugurationEvents)
        {
            foreach (var code in happening.ServedCodes) yield return (code, RolloutEvent.Operating, new PartialDate(happening.Date, happening.On), happening.Title);
        }
    }
}
