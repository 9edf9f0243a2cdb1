namespace MppDigital.National.Residents.Mandates;

/// <summary>The limits of acting for others, each with its reason.</summary>
public static class MandateRules
{
    /// <summary>A family looks after parents and a neighbour; whoever acts for more is a broker, and brokers are what the product is meant to end.</summary>
    public const int MostGivers = 5;

    /// <summary>As many as one person can keep an eye on.</summary>
    public const int MostHolders = 3;

    /// <summary>A year: then both look again whether it is still wanted.</summary>
    public const int MostDays = 366;

    /// <summary>At 17 a person gets an identity card of their own (UU 24/2013 article 63) and acts for themselves.</summary>
    public const int GrownUpAt = 17;

    public const int MostServices = 20;

    internal const int LongestServices = 420;
}
