using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;

namespace MppDigital.National.Catalog.Definitions;

/// <summary>
/// What a rule expects at its place: a phrase, which is its code, and the values in it. Written as an interpolated string, whose holes are kept
/// apart; the phrase is English, and <c>Expectation.resx</c> has the Indonesian for each, with the same holes.
/// </summary>
[InterpolatedStringHandler]
public sealed class Expectation : IEquatable<Expectation>
{
    private static readonly ResourceManager Indonesian = new("MppDigital.National.Catalog.Definitions.Expectation", typeof(Expectation).Assembly);

    private readonly StringBuilder phrase;
    private readonly List<object> values;

    public Expectation(int literalLength, int formattedCount) => (phrase, values) = (new StringBuilder(literalLength + (3 * formattedCount)), new List<object>(formattedCount));

    private Expectation(string text)
        : this(text.Length, 0) => phrase.Append(text);

    /// <summary>For example <c>a text of {0} to {1} characters</c>.</summary>
    public string Code => phrase.ToString();

    public IReadOnlyList<object> Values => values;

    public static implicit operator Expectation(string phrase) => new(phrase);

    /// <summary>Where the compiler would make a string of it, as in a choice between two.</summary>
    public static Expectation Of(Expectation expected) => expected;

    public void AppendLiteral(string text) => phrase.Append(text);

    public void AppendFormatted<T>(T value)
    {
        phrase.Append('{').Append(values.Count).Append('}');
        values.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>False: nobody has put this phrase into Indonesian.</summary>
    public bool IsKnown => Indonesian.GetString(Code, CultureInfo.InvariantCulture) is not null;

    /// <summary>In the language of the reader; values such as names of members stay as they are.</summary>
    public string In(CultureInfo language) =>
        language.TwoLetterISOLanguageName == "en" || Indonesian.GetString(Code, CultureInfo.InvariantCulture) is not { } words ? ToString() : Filled(words);

    public bool Equals(Expectation? other) => other is not null && other.Code == Code && other.values.SequenceEqual(values);

    public override bool Equals(object? obj) => Equals(obj as Expectation);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>English.</summary>
    public override string ToString() => Filled(Code);

    // Not string.Format: a phrase may hold braces of its own, such as {{holder.name}}.
    private string Filled(string words) => values.Count == 0 ? words : values.Index().Aggregate(words, (text, value) => text.Replace($"{{{value.Index}}}", $"{value.Item}", StringComparison.Ordinal));
}
