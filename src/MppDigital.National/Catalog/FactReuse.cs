namespace MppDigital.National.Catalog;

/// <summary>Says of a question or a paper that it is about the person and not about this one application, so that another service may use it as well.</summary>
public sealed record FactReuse
{
    /// <summary>The same name in every definition that asks for it: <c>document.photo</c>.</summary>
    public required string Fact { get; init; }

    /// <summary>How long it may be used after it was verified; null: <see cref="ReusableFacts.UsualMonths"/>.</summary>
    public int? ValidMonths { get; init; }

    /// <summary>The law that obliges the office to look this up by itself, which the person is shown instead of being asked. Null: only with their consent.</summary>
    public string? DutyId { get; init; }

    public string? DutyEn { get; init; }
}

/// <summary>Which questions and papers of a definition are facts about a person, and under which name.</summary>
public static class ReusableFacts
{
    public const int UsualMonths = 12;

    /// <summary>A practice licence: the one fact that regencies themselves issue.</summary>
    public const string License = "mppd.license";

    // What registers say of a person. Not the NIK, by which people are known, nor what the account tells, nor what is true of a place only.
    private static readonly HashSet<string> OfPersons = new(StringComparer.Ordinal)
    {
        "person.name", "person.address", "person.birthPlace", "person.birthDate", "person.familyCardNumber", "person.npwp",
        "business.nib", "business.name", "business.npwp", "kemkes.satusehat_sdmk.str", "kemkes.satusehat_sdmk.profession",
    };

    /// <summary>Null: the answer serves this application alone.</summary>
    public static string? NameOf(FormField field) =>
        field.IsGroup || field.Compute is not null ? null
        : field.Reuse is { Fact: var fact } ? fact
        : field is { Prefilled: true, Source: { } source } && source.Split('|')[0] is var first && OfPersons.Contains(first) ? first
        : null;
}
