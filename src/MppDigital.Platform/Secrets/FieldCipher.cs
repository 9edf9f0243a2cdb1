using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MppDigital.Platform.Secrets;

/// <summary>Encrypts the personal data of one database. What it sealed opens only here and only for the same purpose. Safe for use from many threads.</summary>
public sealed class FieldCipher
{
    /// <summary>Length of a look-up, for the mapping of columns.</summary>
    public const int LookupLength = 43;

    private readonly SortedDictionary<int, byte[]> versions;
    private readonly int current;
    private readonly byte[] lookupKey;

    private FieldCipher(KeyOwner owner, byte[] root, SortedDictionary<int, byte[]> versions)
    {
        Owner = owner;
        this.versions = versions;
        current = versions.Keys.Max();
        lookupKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 32, info: "lookup"u8.ToArray());
    }

    public KeyOwner Owner { get; }

    /// <exception cref="CryptographicException">Wrapped for another database, by another master key, or changed.</exception>
    public static FieldCipher Open(byte[] wrapped, KeyOwner owner, MasterKey master)
    {
        var (root, versions) = DataKey.Unwrap(wrapped, owner, master);
        return new FieldCipher(owner, root, versions);
    }

    /// <param name="purpose">What the value is, for example <c>applicant-name</c>: sealed values cannot be moved between columns.</param>
    public byte[] Encrypt(string purpose, string value) => Encrypt(purpose, Encoding.UTF8.GetBytes(value));

    public byte[] Encrypt(string purpose, ReadOnlySpan<byte> content) => Sealed.Seal(current, versions[current], Bound(purpose), content);

    public string Decrypt(string purpose, ReadOnlySpan<byte> sealedBytes) => Encoding.UTF8.GetString(DecryptBytes(purpose, sealedBytes));

    /// <exception cref="CryptographicException">Changed, sealed for another purpose, or in another database.</exception>
    public byte[] DecryptBytes(string purpose, ReadOnlySpan<byte> sealedBytes) =>
        versions.TryGetValue(Sealed.VersionOf(sealedBytes), out var key)
            ? Sealed.Open(key, Bound(purpose), sealedBytes)
            : throw new CryptographicException($"Version {Sealed.VersionOf(sealedBytes)} of the data key of {Owner} is not here.");

    /// <summary>A keyed hash for unique indexes and exact search, always 43 characters of base64url. The caller normalises the value.</summary>
    public string Lookup(string purpose, string value) => Lookup(purpose, Encoding.UTF8.GetBytes(value));

    public string Lookup(string purpose, ReadOnlySpan<byte> value)
    {
        var name = Encoding.UTF8.GetBytes(purpose);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, lookupKey);
        hash.AppendData([(byte)name.Length]);
        hash.AppendData(name);
        hash.AppendData(value);
        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }

    /// <summary>One look-up for each whole word of a name, so that an inbox finds "Siti Aminah" by either word and by nothing shorter.</summary>
    public IReadOnlyList<string> NameTokens(string name) => [.. NameWords.Of(name).Select(word => Lookup("name-word", word))];

    private byte[] Bound(string purpose) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Owner}:{purpose}"));
}
