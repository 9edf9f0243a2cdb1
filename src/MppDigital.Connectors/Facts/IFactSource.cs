namespace MppDigital.Connectors.Facts;

/// <summary>Asks the register that a service definition names as a source. What a register cannot say is an answer too, never an exception.</summary>
public interface IFactSource
{
    /// <summary>
    /// The question behind a source: sources with the same one are answered by a single call, so a form asks once for all fields that share it
    /// (<c>person.name</c> and <c>person.address</c> share <c>dukcapil.person</c>). Null: no register is connected for it.
    /// </summary>
    /// <param name="source">As in a definition; alternatives are separated by <c>|</c>, the first one connected counts.</param>
    string? QuestionFor(string source);

    Task<FactAnswer> AskAsync(FactRequest request, CancellationToken ct);
}
