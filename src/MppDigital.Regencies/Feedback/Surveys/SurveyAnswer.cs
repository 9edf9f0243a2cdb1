namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>
/// What somebody answered. It has no key in common with an application, a person or an invitation, no time but the month in which the service was
/// finished, and an id that tells no order.
/// </summary>
internal sealed class SurveyAnswer
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public int Month { get; init; }

    public string Service { get; init; } = "";

    public string Agency { get; init; } = "";

    public int Requirements { get; init; }

    public int Procedure { get; init; }

    public int Time { get; init; }

    public int Fee { get; init; }

    public int Product { get; init; }

    public int Competence { get; init; }

    public int Conduct { get; init; }

    public int Complaints { get; init; }

    public int Facilities { get; init; }

    /// <summary>Their own words, sealed: people write names into such boxes. Empty where they wrote none.</summary>
    public byte[] Words { get; init; } = [];

    public AgeBand? Age { get; init; }

    public RespondentSex? Sex { get; init; }

    public Education? Education { get; init; }

    public Occupation? Occupation { get; init; }
}

/// <summary>The nine elements of Permen PANRB 14/2017. Reports differ in the order of the last two, so they are known by name and never by number.</summary>
public enum SurveyElement
{
    Requirements,
    Procedure,
    Time,
    Fee,
    Product,
    Competence,
    Conduct,
    Complaints,
    Facilities,
}

/// <summary>Bands and not years: an age beside a service may be a person's name in a small regency.</summary>
public enum AgeBand
{
    Under25,
    From25To34,
    From35To44,
    From45To54,
    From55,
}

public enum RespondentSex
{
    Female,
    Male,
}

public enum Education
{
    Primary,
    Secondary,
    Diploma,
    Bachelor,
    Postgraduate,
}

public enum Occupation
{
    CivilServant,
    Employee,
    SelfEmployed,
    Farmer,
    Student,
    Other,
}
