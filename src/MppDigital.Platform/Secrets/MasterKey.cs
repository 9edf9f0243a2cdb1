using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MppDigital.Platform.Secrets;

/// <summary>The key outside the databases that wraps every key inside them. Versions are kept, so that what an older one wrapped stays readable.</summary>
public sealed class MasterKey
{
    private const int Length = 32;
    private readonly SortedDictionary<int, byte[]> versions;

    private MasterKey(SortedDictionary<int, byte[]> versions)
    {
        this.versions = versions;
        CurrentVersion = versions.Keys.Max();
    }

    public int CurrentVersion { get; }

    /// <param name="setting">Keys as base64, oldest first, separated by commas.</param>
    /// <exception cref="FormatException">Not 32 bytes each.</exception>
    public static MasterKey FromSetting(string setting)
    {
        var versions = new SortedDictionary<int, byte[]>();
        foreach (var text in setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var key = new byte[Length];
            if (!Convert.TryFromBase64String(text, key, out var written) || written != Length)
                throw new FormatException("Secrets:MasterKey: expected 32 bytes as base64.");
            versions.Add(versions.Count + 1, key);
        }

        return versions.Count > 0 ? new MasterKey(versions) : throw new FormatException("Secrets:MasterKey: expected 32 bytes as base64.");
    }

    /// <summary>Reads <c>master-0001/key</c> and its successors; makes the first when there is none.</summary>
    /// <exception cref="FormatException">A key file does not hold 32 bytes.</exception>
    public static MasterKey Open(string directory)
    {
        CreateDirectory(directory);
        if (Directory.GetDirectories(directory, "master-*").Length == 0) CreateFirst(directory);

        var versions = new SortedDictionary<int, byte[]>();
        foreach (var folder in Directory.GetDirectories(directory, "master-*"))
        {
            var key = File.ReadAllBytes(Path.Combine(folder, "key"));
            if (key.Length != Length || !int.TryParse(Path.GetFileName(folder).AsSpan("master-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                throw new FormatException($"{folder}: expected a folder named like master-0001 whose file 'key' holds 32 bytes.");
            versions.Add(version, key);
        }

        return new MasterKey(versions);
    }

    /// <summary>32 bytes for one purpose, the same for ever: from the first version, which a rotation keeps.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, versions.Values.First(), Length, info: Encoding.UTF8.GetBytes(purpose));

    public byte[] Seal(string purpose, ReadOnlySpan<byte> content) =>
        Sealed.Seal(CurrentVersion, versions[CurrentVersion], Encoding.UTF8.GetBytes(purpose), content);

    /// <exception cref="CryptographicException">Changed, sealed for another purpose, or by a key that is not here.</exception>
    public byte[] Unseal(string purpose, ReadOnlySpan<byte> sealedBytes) =>
        versions.TryGetValue(Sealed.VersionOf(sealedBytes), out var key)
            ? Sealed.Open(key, Encoding.UTF8.GetBytes(purpose), sealedBytes)
            : throw new CryptographicException($"Version {Sealed.VersionOf(sealedBytes)} of the master key is not here.");

    private static void CreateDirectory(string directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// A folder for each version because moving a folder onto one that holds a file fails on every system, while moving a file may replace
    /// another: two processes that start together end with one key.
    /// </summary>
    private static void CreateFirst(string directory)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = Path.Combine(directory, $"draft-{Guid.NewGuid():N}");
        CreateDirectory(draft);
        using (var file = new FileStream(Path.Combine(draft, "key"), options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        var first = Path.Combine(directory, "master-0001");
        try
        {
            Directory.Move(draft, first);
        }
        catch (IOException) when (Directory.Exists(first))
        {
            Directory.Delete(draft, recursive: true);
        }
    }
}
