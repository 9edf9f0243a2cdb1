using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using MppDigital.Platform.Identification;

namespace MppDigital.National.Verification;

/// <summary>16 random Crockford characters, 80 bits, written 4-4-4-4. It stands on the document; we keep only its hash.</summary>
public readonly record struct VerificationCode
{
    private const int Length = 16;

    private readonly string? characters;

    private VerificationCode(string characters) => this.characters = characters;

    private string Characters => characters ?? throw new InvalidOperationException("A verification code is made by New or read by TryParse.");

    /// <summary>SHA-256 in hexadecimal. No salt: 80 random bits cannot be guessed from it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Characters)));

    public static VerificationCode New() => new(Crockford.New(Length));

    /// <summary>Reads what people type: small letters, spaces and hyphens anywhere, O for 0, I and L for 1.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VerificationCode code)
    {
        code = default;
        if (text is null || Crockford.Normalise(text) is not { Length: Length } characters) return false;
        code = new VerificationCode(characters);
        return true;
    }

    /// <summary>4-4-4-4, as printed and as in <c>/v/{code}</c>.</summary>
    public override string ToString() => Crockford.Grouped(Characters);
}
