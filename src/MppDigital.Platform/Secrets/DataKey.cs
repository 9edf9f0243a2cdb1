using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MppDigital.Platform.Secrets;

/// <summary>
/// The keys of one database, wrapped by the master key and stored in that database: a root from which look-ups derive for ever, since unique
/// indexes rest on them, and one or more versions that encrypt.
/// </summary>
public static class DataKey
{
    private const int Length = 32;
    private const int EntryLength = 4 + Length;

    public static byte[] CreateWrapped(KeyOwner owner, MasterKey master)
    {
        var keys = new byte[Length + EntryLength];
        RandomNumberGenerator.Fill(keys);
        BinaryPrimitives.WriteInt32BigEndian(keys.AsSpan(Length), 1);
        return master.Seal(Purpose(owner), keys);
    }

    /// <summary>The same keys under the current master key.</summary>
    public static byte[] Rewrap(byte[] wrapped, KeyOwner owner, MasterKey master) =>
        master.Seal(Purpose(owner), master.Unseal(Purpose(owner), wrapped));

    /// <summary>Adds a version that encrypts from now on; what the older ones encrypted stays readable.</summary>
    public static byte[] Rotate(byte[] wrapped, KeyOwner owner, MasterKey master)
    {
        var keys = master.Unseal(Purpose(owner), wrapped);
        var rotated = new byte[keys.Length + EntryLength];
        keys.CopyTo(rotated.AsSpan());
        var added = rotated.AsSpan(keys.Length);
        RandomNumberGenerator.Fill(added);
        BinaryPrimitives.WriteInt32BigEndian(added, ((keys.Length - Length) / EntryLength) + 1);
        return master.Seal(Purpose(owner), rotated);
    }

    internal static (byte[] Root, SortedDictionary<int, byte[]> Versions) Unwrap(byte[] wrapped, KeyOwner owner, MasterKey master)
    {
        var keys = master.Unseal(Purpose(owner), wrapped);
        var versions = new SortedDictionary<int, byte[]>();
        for (var at = Length; at < keys.Length; at += EntryLength)
        {
            versions.Add(BinaryPrimitives.ReadInt32BigEndian(keys.AsSpan(at)), keys[(at + 4)..(at + EntryLength)]);
        }

        return (keys[..Length], versions);
    }

    private static string Purpose(KeyOwner owner) => $"data-key:{owner}";
}
