using System.Diagnostics.CodeAnalysis;

namespace MppDigital.Platform.Tenancy;

/// <summary>The Ministry of Home Affairs' code of a regency or city, written with its dot: <c>13.75</c>.</summary>
public readonly record struct RegencyCode
{
    private RegencyCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>The code without its dot, <c>1375</c>: in database names, application numbers and client ids.</summary>
    public string Code4 => string.Concat(Value.AsSpan(0, 2), Value.AsSpan(3, 2));

    public static RegencyCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a regency code such as 13.75.");

    /// <summary>Takes both forms, with and without the dot.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegencyCode code)
    {
        code = default;
        var digits = text is { Length: 5 } && text[2] == '.' ? text.Remove(2, 1) : text;
        if (digits is not { Length: 4 } || !digits.All(char.IsAsciiDigit)) return false;
        code = new RegencyCode($"{digits[..2]}.{digits[2..]}");
        return true;
    }

    public override string ToString() => Value;
}
