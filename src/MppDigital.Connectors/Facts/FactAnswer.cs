namespace MppDigital.Connectors.Facts;

/// <summary>What is known of the facts behind one question. Closed.</summary>
public abstract record FactAnswer
{
    private FactAnswer()
    {
    }

    /// <param name="Source">The register's question that was answered: <c>dukcapil.person</c>.</param>
    /// <param name="AsOf">UTC instant of the answer.</param>
    public sealed record Found(string Source, DateTime AsOf, FactSet Facts) : FactAnswer;

    /// <summary>The register knows no such person or licence.</summary>
    public sealed record NotFound(string Source, DateTime AsOf) : FactAnswer;

    /// <summary>The register gave no usable answer: the field becomes writable and counts as unverified.</summary>
    public sealed record Unavailable(string Source, Outage Reason) : FactAnswer;

    /// <summary>No register is connected for this source: the applicant writes or uploads.</summary>
    public sealed record NotConnected(string Source) : FactAnswer;
}
