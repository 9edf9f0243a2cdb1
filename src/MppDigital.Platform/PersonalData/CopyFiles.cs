namespace MppDigital.Platform.PersonalData;

/// <summary>The files of one copy, held in memory until it is packed: hence a limit, and a name for what did not fit.</summary>
public sealed class CopyFiles
{
    /// <summary>Eight of the largest uploads; the memory of the program is stated, and a copy is made beside citizens' pages.</summary>
    public const int MostBytes = 40 * 1024 * 1024;

    private readonly Dictionary<string, byte[]> files = [];
    private long size;

    public IReadOnlyDictionary<string, byte[]> All => files;

    /// <returns>The name under which it lies in the copy; null when the copy is full and the file has to be fetched by itself.</returns>
    public string? Add(string name, byte[] content)
    {
        if (size + content.Length > MostBytes) return null;
        var path = $"berkas/{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '-'))}";
        if (!files.TryAdd(path, content)) return path;
        size += content.Length;
        return path;
    }
}
