namespace MppDigital.National.Catalog;

public sealed record Requirement
{
    /// <summary>Unique within its service.</summary>
    public required string Code { get; init; }

    public required string NameId { get; init; }

    public required string NameEn { get; init; }

    public required RequirementKind Kind { get; init; }

    public required bool Mandatory { get; init; }

    /// <summary>Registers that hold it, parted by <c>|</c>; a last part <c>null</c> means "if they answer, else upload".</summary>
    public required string? OnceOnlySource { get; init; }

    public required bool UploadNeeded { get; init; }

    /// <summary>The file is not complete before its source or a named officer confirmed it.</summary>
    public required bool MustBeVerified { get; init; }

    public required string Note { get; init; }

    public required string NoteId { get; init; }

    /// <summary>Needed only when the answers of the form say so, as for a renewal; else nobody is asked for it. Null: always.</summary>
    public FormCondition? ShowWhen { get; init; }

    /// <summary>What is else not <see cref="Mandatory"/> is so when this holds.</summary>
    public FormCondition? RequiredWhen { get; init; }

    /// <summary>The paper is about the person and may serve other services; null: it serves this one.</summary>
    public FactReuse? Reuse { get; init; }
}

public enum RequirementKind
{
    Document,
    Data,
    Condition,
}
