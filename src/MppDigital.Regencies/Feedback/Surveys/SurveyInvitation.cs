namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>
/// The right to answer once about one finished service. Its key is a keyed hash of the code, which itself follows from the act by a key of this regency:
/// whoever reads the table finds neither the person nor the application, and a code cannot be thought up.
/// </summary>
internal sealed class SurveyInvitation
{
    /// <summary>Long enough for those who look at their phone once a month, short enough that they remember.</summary>
    public const int DaysOpen = 30;

    /// <summary>43 characters of base64url.</summary>
    public string Lookup { get; init; } = "";

    /// <summary>Code of the service; empty once it was used.</summary>
    public string Service { get; private set; } = "";

    public string Agency { get; private set; } = "";

    /// <summary>The month in which the service was finished, 202611; 0 once it was used.</summary>
    public int Month { get; private set; }

    /// <summary>The last day on which it may be answered, where the regency lies.</summary>
    public DateOnly LastDay { get; init; }

    public bool Used { get; private set; }

    public static SurveyInvitation For(string lookup, string service, string agency, DateOnly finished) =>
        new() { Lookup = lookup, Service = service, Agency = agency, Month = SurveyMonth.Of(finished), LastDay = finished.AddDays(DaysOpen) };

    /// <summary>What it was for goes with it: a used invitation has nothing in common with the answer but that both exist.</summary>
    public void Use()
    {
        Used = true;
        Service = "";
        Agency = "";
        Month = 0;
    }
}

/// <summary>How many services were finished, for the sample that the regulation asks for: counted apart, for an invitation forgets what it was for.</summary>
internal sealed class SurveyPopulation
{
    public int Month { get; init; }

    public string Service { get; init; } = "";

    public string Agency { get; init; } = "";

    public int Acts { get; init; }
}

/// <summary>A month as a number that sorts: 202611.</summary>
internal static class SurveyMonth
{
    public static int Of(DateOnly day) => (day.Year * 100) + day.Month;
}
