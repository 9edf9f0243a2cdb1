using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MppDigital.Login.SignIn;

/// <summary>
/// Time-based codes (RFC 6238, SHA-1, 30 s, 6 digits: what every authenticator app knows). The framework's own verifier reads the
/// machine's clock, keeps the secret in clear text and takes a code more than once; this one does none of that.
/// </summary>
internal static class Totp
{
    private const int StepSeconds = 30;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 names SHA-1, and authenticator apps know no other; its weakness against collisions does not touch a keyed code of 30 seconds.")]
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, mac);
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, newer than the last one taken; null when it fits none. One step either way forgives a clock that is off.</summary>
    public static long? Match(byte[] secret, string code, long lastTaken, DateTimeOffset now)
    {
        var given = Encoding.ASCII.GetBytes(code);
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (step > lastTaken && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), given)) return step;
        }

        return null;
    }

    /// <summary>The form in which authenticator apps take a secret.</summary>
    public static string Base32(byte[] secret)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (var value in secret)
        {
            held = (held << 8) | value;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Alphabet[(held >> (bits - 5)) & 31]);
        }

        if (bits > 0) text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }
}
