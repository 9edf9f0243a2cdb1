namespace MppDigital.National.Catalog;

/// <summary>The register that makes a product: number and paper are its own, and the regency delivers them. Where a service names none, the regency makes it.</summary>
public sealed record IssuingRegister
{
    /// <summary>One of <see cref="ProductRegisters"/>.</summary>
    public required string Register { get; init; }

    /// <summary>Which of its products: <c>birth-certificate</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Names of the answers that the product needs. Nothing else that the applicant said leaves the regency.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>What the register says besides, for other services of the same life event.</summary>
    public IReadOnlyList<ToldFact> Tells { get; init; } = [];
}

public sealed record ToldFact
{
    /// <summary>As the register's product has it: <c>child_nik</c>.</summary>
    public required string Fact { get; init; }

    /// <summary>Field that takes it, in whichever service of the event waits for it.</summary>
    public required string Field { get; init; }
}

/// <summary>Registers that make documents, what each makes, and what comes with it.</summary>
public static class ProductRegisters
{
    public const string Dukcapil = "dukcapil";

    /// <summary>Number of the child that a birth certificate registers.</summary>
    public const string ChildNik = "child_nik";

    /// <summary>The same child as a list with one member of a family card.</summary>
    public const string ChildMember = "child_member";

    /// <summary>Products by register, with the facts that come with each.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> All = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>
    {
        [Dukcapil] = new Dictionary<string, IReadOnlyList<string>>
        {
            ["birth-certificate"] = [ChildNik, ChildMember],
            ["death-certificate"] = [],
            ["marriage-certificate"] = [],
            ["divorce-certificate"] = [],
            ["family-card"] = [],
            ["child-card"] = [],
            ["identity-card"] = [],
            ["moving-letter"] = [],
        },
    };
}
