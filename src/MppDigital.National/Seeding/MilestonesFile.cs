namespace MppDigital.National.Seeding;

internal static class MilestonesFile
{
    public static SeedMilestones Read(string folder, IReadOnlyDictionary<string, SeedRegency> regencies)
    {
        var json = new SeedJson(folder, "milestones.json");
        var milestones = json.As<SeedMilestones>();
        foreach (var (i, fact) in milestones.Facts.Index())
        {
            if (PartialDate.Parse(fact.Date) is { } period && period.Last != fact.On) throw json.Fault($"$.facts[{i}].on", $"{period.Last:yyyy-MM-dd}, the last day of {fact.Date}");
            if (fact.Count is < 0 or > 514) throw json.Fault($"$.facts[{i}].count", "0 to 514, or null");
            if (fact.Source.Count == 0) throw json.Fault($"$.facts[{i}].source", "at least one source");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, happening) in milestones.InaugurationEvents.Index())
        {
            var at = $"$.inauguration_events[{i}]";
            if (!ids.Add(happening.Id)) throw json.Fault($"{at}.id", $"an id of its own ('{happening.Id}' is used twice)");
            if (happening.Listed != happening.RegencyCodes.Count) throw json.Fault($"{at}.listed", $"{happening.RegencyCodes.Count}, the number of regency_codes");
            CheckCodes(json, $"{at}.regency_codes", happening.RegencyCodes, regencies);
            CheckCodes(json, $"{at}.served_codes", happening.ServedCodes, regencies);
        }

        CheckCodes(json, "$.digital_pilots_2023_06_20.regency_codes", milestones.DigitalPilots.RegencyCodes, regencies);
        if (milestones.DigitalPilots.Count != milestones.DigitalPilots.RegencyCodes.Count)
            throw json.Fault("$.digital_pilots_2023_06_20.count", $"{milestones.DigitalPilots.RegencyCodes.Count}, the number of regency_codes");
        return milestones;
    }

    private static void CheckCodes(SeedJson json, string path, IReadOnlyList<string> codes, IReadOnlyDictionary<string, SeedRegency> regencies)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, code) in codes.Index())
        {
            if (!regencies.ContainsKey(code)) throw json.Fault($"{path}[{i}]", $"the code of a regency ('{code}' is none)");
            if (!seen.Add(code)) throw json.Fault($"{path}[{i}]", $"each regency once ('{code}' is listed twice)");
        }
    }
}
