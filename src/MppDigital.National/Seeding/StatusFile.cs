namespace MppDigital.National.Seeding;

/// <summary>What is known of one regency. Nothing known is no row, and never means "has none".</summary>
internal static class StatusFile
{
    public static IReadOnlyList<SeedStatus> Read(string folder, IReadOnlyDictionary<string, SeedRegency> regencies, SeedMilestones milestones)
    {
        var table = new SeedTable(folder, "regency-status.csv", "code", "name", "inaugurated_on", "event_id", "operating_by", "digital_pilot_2023", "source");
        var events = milestones.InaugurationEvents.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var pilots = milestones.DigitalPilots.RegencyCodes.ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var statuses = new List<SeedStatus>();
        foreach (var line in table.Lines)
        {
            if (!regencies.TryGetValue(line["code"], out var regency)) throw line.Fault("code", $"the code of a regency ('{line["code"]}' is none)");
            if (!seen.TryAdd(line["code"], line.Row)) throw line.Fault("code", $"each regency once ({line["code"]} stands in row {seen[line["code"]]} too)");
            if (line["name"] != regency.Name) throw line.Fault("name", $"'{regency.Name}', as in regencies.csv");
            if (line["event_id"] is { Length: > 0 } id && !events.Contains(id)) throw line.Fault("event_id", $"the id of an event of milestones.json ('{id}' is none)");
            var pilot = line.Flag("digital_pilot_2023");
            if (pilot != pilots.Contains(line["code"])) throw line.Fault("digital_pilot_2023", pilot ? "0, since milestones.json does not list it" : "1, since milestones.json lists it");
            statuses.Add(new SeedStatus(regency.Code, Date(line, "inaugurated_on"), Date(line, "operating_by"), pilot, line.Text("source", 400)));
        }

        return statuses;
    }

    private static PartialDate? Date(SeedTable.Line line, string column) =>
        line[column].Length == 0 ? null : PartialDate.Parse(line[column]) ?? throw line.Fault(column, "yyyy-MM-dd, yyyy-MM, yyyy or nothing");
}
