using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MppDigital.Platform.Secrets;

/// <summary>AES-256-GCM in one layout: key version (4), nonce (12), tag (16), ciphertext. The version is bound to the content like its purpose.</summary>
internal static class Sealed
{
    private const int NonceAt = 4;
    private const int TagAt = NonceAt + 12;
    private const int ContentAt = TagAt + 16;

    public static byte[] Seal(int version, byte[] key, ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> content)
    {
        var sealedBytes = new byte[ContentAt + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(sealedBytes, version);
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(NonceAt, 12));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(sealedBytes.AsSpan(NonceAt, 12), content, sealedBytes.AsSpan(ContentAt), sealedBytes.AsSpan(TagAt, 16), Bound(version, purpose));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Changed, cut, sealed for another purpose or with another key.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> sealedBytes)
    {
        var content = new byte[sealedBytes.Length - ContentAt];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(sealedBytes[NonceAt..TagAt], sealedBytes[ContentAt..], sealedBytes[TagAt..ContentAt], content, Bound(VersionOf(sealedBytes), purpose));
        return content;
    }

    /// <exception cref="CryptographicException">Too short to be anything that was sealed here.</exception>
    public static int VersionOf(ReadOnlySpan<byte> sealedBytes) => sealedBytes.Length >= ContentAt
        ? BinaryPrimitives.ReadInt32BigEndian(sealedBytes)
        : throw new CryptographicException("The sealed value is cut off.");

    private static byte[] Bound(int version, ReadOnlySpan<byte> purpose)
    {
        var bound = new byte[4 + purpose.Length];
        BinaryPrimitives.WriteInt32BigEndian(bound, version);
        purpose.CopyTo(bound.AsSpan(4));
        return bound;
    }
}
