namespace MppDigital.National.Catalog;

/// <summary>What a regency set for one service; null and empty mean: as the nation says.</summary>
public sealed record LocalOverride(int? WorkingDays = null, long? TariffIdr = null, string ExtraRequirement = "")
{
    public bool IsEmpty => this is { WorkingDays: null, TariffIdr: null, ExtraRequirement: "" };

    /// <summary>The parts that the definition allows. The engine works with these alone, so that an override that got past the save changes nothing for a citizen.</summary>
    public LocalOverride Within(ServiceDefinition service)
    {
        var wrong = Deviations(service).Select(d => d.Element).ToHashSet(StringComparer.Ordinal);
        return new(wrong.Contains(OverrideDeviation.Time) ? null : WorkingDays, wrong.Contains(OverrideDeviation.Fee) ? null : TariffIdr, wrong.Contains(OverrideDeviation.Requirements) ? "" : ExtraRequirement);
    }

    /// <summary>The promises a regency may make, in working days; null where the nation opens none.</summary>
    public static OpenDays? OpenDaysOf(ServiceDefinition service) =>
        OverrideRules.NationalDays(service) is { } longest && service.RegencyMayOverride.Contains(OverrideRules.ShorterTime) ? new(service.OverrideBounds?.ShortestWorkingDays ?? 0, longest) : null;

    /// <summary>Empty where the override keeps to the definition.</summary>
    public IReadOnlyList<OverrideDeviation> Deviations(ServiceDefinition service)
    {
        var (bounds, found) = (service.OverrideBounds ?? new OverrideBounds(), new List<OverrideDeviation>());
        if (WorkingDays is { } days)
        {
            if (OpenDaysOf(service) is not { } open) found.Add(new(OverrideDeviation.Time, "national", $"{days}"));
            else if (days < open.Shortest || days > open.Longest) found.Add(new(OverrideDeviation.Time, $"{open.Shortest}..{open.Longest}", $"{days}"));
        }

        if (TariffIdr is { } amount && (bounds.Tariff is not { } tariff || amount < tariff.MinimumIdr || amount > tariff.MaximumIdr))
            found.Add(new(OverrideDeviation.Fee, bounds.Tariff is { } range ? $"{range.MinimumIdr}..{range.MaximumIdr}" : "national", $"{amount}"));
        // What it says is the regency's own text; that it is there is all the nation needs to know.
        if (ExtraRequirement.Length > 0 && !bounds.AdditionalRequirement) found.Add(new(OverrideDeviation.Requirements, "national", "extra"));
        return found;
    }
}

/// <param name="Element">JSON pointer into the definition.</param>
/// <param name="Expected"><c>national</c> where the element is closed, else the bounds as <c>1..5</c>.</param>
public sealed record OverrideDeviation(string Element, string Expected, string Found)
{
    public const string Time = "/processing_time";
    public const string Fee = "/fee";
    public const string Requirements = "/requirements";
}

/// <summary>In working days, both ends included.</summary>
public sealed record OpenDays(int Shortest, int Longest);
