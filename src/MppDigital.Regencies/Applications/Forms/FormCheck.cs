using System.Text.Json.Nodes;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>What came of checking answers against a definition.</summary>
/// <param name="Errors">In the order of the form; empty when the answers may be filed.</param>
/// <param name="Data">The answers to store: normalised, known facts filled in, empty optional answers left out.</param>
/// <param name="Unverified">Names of fields that a register should have answered but the applicant did.</param>
/// <param name="Hidden">Pointers of the questions that the other answers leave no room for; of groups also those of each item.</param>
public sealed record FormCheck(IReadOnlyList<FormError> Errors, JsonObject Data, IReadOnlySet<string> Unverified, IReadOnlySet<string> Hidden)
{
    /// <summary>Names of the fields that are needed, by themselves or by what else was answered.</summary>
    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>();

    /// <summary>What is wrong with some of the fields; what concerns no field of its own, such as who applies, stays.</summary>
    public IReadOnlyList<FormError> ErrorsOf(IReadOnlyCollection<string> fields) =>
        [.. Errors.Where(e => e.At.Split('/') is not [_, "data", var name, ..] || fields.Contains(name))];

    internal static FormCheck Unreadable(FormError fault) => new([fault], [], new HashSet<string>(), new HashSet<string>());


    public bool Succeeded => Errors.Count == 0;

    /// <summary>The shape of a refusal: pointer to sentences.</summary>
    public IReadOnlyDictionary<string, string[]> ErrorsByPointer(bool english) =>
        Errors.GroupBy(e => e.At).ToDictionary(g => g.Key, g => g.Select(e => english ? e.TextEn : e.Text).ToArray());
}
