using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Seeding;

public sealed record SeedStatus
{
    internal SeedStatus(RegencyCode code, PartialDate? inaugurated, PartialDate? operatingBy, bool pilot, string source)
    {
        Code = code;
        Inaugurated = inaugurated;
        OperatingBy = operatingBy;
        DigitalPilot = pilot;
        Source = source;
    }

    public RegencyCode Code { get; }

    public bool DigitalPilot { get; }

    public string Source { get; }

    internal PartialDate? Inaugurated { get; }

    /// <summary>A day by which the hall is known to run; the day of its inauguration is another matter.</summary>
    internal PartialDate? OperatingBy { get; }
}
