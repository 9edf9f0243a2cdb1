using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MppDigital.Connectors.Qris;

/// <summary>
/// <c>X-Signature: t=&lt;unix&gt;,v1=&lt;hex HMAC-SHA256 of "t.body"&gt;</c> over the body as it was sent, byte by byte. The instant is signed too, so that
/// a message that somebody has recorded is worthless five minutes later.
/// </summary>
public static class QrisSignature
{
    public const string Header = "X-Signature";

    private const int LongestHeader = 200;
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Of(string secret, ReadOnlySpan<byte> body, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(Hash(secret, seconds, body))}";
    }

    public static bool Fits(string secret, ReadOnlySpan<byte> body, string? header, DateTimeOffset now)
    {
        if (header is not { Length: > 0 and <= LongestHeader }) return false;
        var parts = header.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToLookup(p => p[0].Trim(), p => p[1].Trim());
        // Exactly one of each: a second instant or signature would leave open which was meant.
        if (parts["t"].ToList() is not [var seconds] || parts["v1"].ToList() is not [{ Length: 64 } hex]) return false;
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) || unix > 253_402_300_799) return false;
        if ((now - DateTimeOffset.FromUnixTimeSeconds(unix)).Duration() > Tolerance) return false;
        Span<byte> given = stackalloc byte[32];
        return Convert.FromHexString(hex, given, out _, out var written) == System.Buffers.OperationStatus.Done && written == given.Length
            && CryptographicOperations.FixedTimeEquals(given, Hash(secret, seconds, body));
    }

    private static byte[] Hash(string secret, string seconds, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(seconds + "."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
