namespace MppDigital.Platform.UseCases;

/// <summary>An expected refusal. Each capability lists its own in <c>Problems.cs</c>; HTTP status is decided once, in Web.</summary>
/// <param name="Code">Stable kebab-case name that clients may rely on.</param>
/// <param name="Detail">One plain sentence in Indonesian that says what to do next.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Detail)
{
    /// <summary>JSON pointer of the field to what is wrong with it and how to mend it.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The state that a stale caller should have seen (412).</summary>
    public object? Current { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>English for <see cref="Detail"/>; empty where only the code matters.</summary>
    public string DetailEn { get; init; } = "";
}

public enum ProblemKind
{
    /// <summary>400</summary>
    Unreadable,

    /// <summary>401</summary>
    Unauthenticated,

    /// <summary>403</summary>
    Forbidden,

    /// <summary>404</summary>
    NotFound,

    /// <summary>409</summary>
    Conflict,

    /// <summary>412</summary>
    Stale,

    /// <summary>413</summary>
    TooLarge,

    /// <summary>415</summary>
    WrongType,

    /// <summary>422</summary>
    Invalid,

    /// <summary>428</summary>
    VersionRequired,

    /// <summary>429</summary>
    TooMany,

    /// <summary>503</summary>
    Unavailable,
}
