using System.Buffers;
using System.Security.Cryptography;

namespace MppDigital.Platform.Identification;

/// <summary>Random codes that people can read to each other: Crockford's base 32 has no I, L, O and U, and a reader's slip between them is mended.</summary>
public static class Crockford
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int LongestTyped = 64;
    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>5 bits of randomness for each character.</summary>
    public static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>A code that follows from bytes, 5 bits of each; as hard to guess as these are.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, int length)
    {
        var code = new char[length];
        for (var i = 0; i < length; i++) code[i] = Alphabet[bytes[i] & 31];
        return new string(code);
    }

    /// <summary>
    /// The stored form of what somebody typed: capitals, without blanks and hyphens, O read as 0, I and L as 1.
    /// Null when it holds any other character or is far longer than a code.
    /// </summary>
    public static string? Normalise(string typed)
    {
        if (typed.Length > LongestTyped) return null;
        var code = string.Concat(typed.Where(c => c is not (' ' or '-')).Select(c => char.ToUpperInvariant(c) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var other => other,
        }));
        return code.Length == 0 || code.AsSpan().ContainsAnyExcept(Characters) ? null : code;
    }

    /// <summary>In groups of four: <c>7K3M-9QXA-02PT-V6RB</c>.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));
}
