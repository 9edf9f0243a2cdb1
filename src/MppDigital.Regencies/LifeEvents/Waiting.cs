using MppDigital.National.LifeEvents;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>What one application of a filing waits for: a requirement or an answer that another one's product brings.</summary>
/// <param name="What">Code of the requirement, or name of the field.</param>
/// <param name="Service">Whose product brings it.</param>
internal readonly record struct Waiting(bool IsField, string What, string Service)
{
    public static IReadOnlyList<Waiting> Of(BundledService bundled) =>
        [.. bundled.Proven.Select(p => new Waiting(false, p.Key, p.Value)), .. bundled.Later.Select(l => new Waiting(true, l.Key, l.Value))];

    public static IReadOnlyList<Waiting> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    public static string Write(IEnumerable<Waiting> all) => string.Join(' ', all.Select(w => $"{(w.IsField ? "field" : "proof")}:{w.What}:{w.Service}"));

    private static Waiting Parse(string word)
    {
        var parts = word.Split(':');
        return new Waiting(parts[0] == "field", parts[1], parts[2]);
    }
}
