namespace MppDigital.Regencies.Applications;

/// <summary>Everything a new application is made of; personal values arrive encrypted.</summary>
internal sealed record ApplicationFiling
{
    public required string Number { get; init; }

    public required string Service { get; init; }

    public required int CatalogVersion { get; init; }

    public required string Sub { get; init; }

    public required string NikLookup { get; init; }

    public required byte[] Nik { get; init; }

    public required byte[] Name { get; init; }

    public required byte[] Answers { get; init; }

    public required string SecretHash { get; init; }

    public required DateTime At { get; init; }

    public required int? LimitDays { get; init; }

    public required bool GrantedByLaw { get; init; }

    public required bool Duplicate { get; init; }

    /// <summary>Null where nothing is collected here.</summary>
    public long? FeeIdr { get; init; }

    /// <summary>Encrypted; empty where nothing is collected here.</summary>
    public byte[] Fee { get; init; } = [];

    /// <summary>Under which somebody else files it; null where the applicant does.</summary>
    public Guid? Mandate { get; init; }

    public string? ActedBy { get; init; }

    /// <summary>Encrypted; empty where the applicant files it.</summary>
    public byte[] ActedByName { get; init; } = [];

    public required string? SubjectLookup { get; init; }

    public required string? Area { get; init; }

    public required IReadOnlyList<ApplicationEvidence> Evidence { get; init; }
}
