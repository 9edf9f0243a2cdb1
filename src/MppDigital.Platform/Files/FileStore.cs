using Microsoft.Extensions.Options;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.UseCases;

namespace MppDigital.Platform.Files;

/// <summary>
/// Files of one database each in its own folder, named by the keyed hash of their content and encrypted with that database's key:
/// the same file is kept once, and neither name nor content tells anything to whoever copies the disk.
/// </summary>
public sealed class FileStore(IOptions<PlatformOptions> platform)
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Refuses with <c>file-empty</c>, <c>file-too-large</c> (without reading on) or <c>file-type</c>. When it returns, the file has reached the disk.</summary>
    public async Task<Outcome<StoredFile>> SaveAsync(FieldCipher cipher, Stream upload, CancellationToken ct)
    {
        if (await ReadAtMostAsync(upload, ct) is not { } content) return Problems.TooLarge;
        if (content.Length == 0) return Problems.Empty;
        if (FileContent.TypeOf(content) is not { } type) return Problems.WrongType;

        var name = cipher.Lookup("file", content);
        var path = PathOf(cipher, name);
        if (!File.Exists(path)) await WriteAsync(path, cipher.Encrypt(PurposeOf(name), content), ct);
        return new StoredFile(name, type, content.Length);
    }

    /// <exception cref="FileNotFoundException">Nothing of that name was stored for this database.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The file was changed on disk or put there under another name.</exception>
    public async Task<byte[]> ReadAsync(FieldCipher cipher, string name, CancellationToken ct)
    {
        if (name.Length != FieldCipher.LookupLength || name.AsSpan().ContainsAny('/', '\\', '.')) throw new FileNotFoundException("Not the name of a stored file.");
        return cipher.DecryptBytes(PurposeOf(name), await File.ReadAllBytesAsync(PathOf(cipher, name), ct));
    }

    /// <summary>The caller has made sure that no row names it any more. Nothing happens where it is gone already.</summary>
    public void Delete(FieldCipher cipher, string name)
    {
        if (name.Length == FieldCipher.LookupLength && !name.AsSpan().ContainsAny('/', '\\', '.') && File.Exists(PathOf(cipher, name))) File.Delete(PathOf(cipher, name));
    }

    private static async Task<byte[]?> ReadAtMostAsync(Stream upload, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await upload.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (content.Length + read > MostBytes) return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>Whole under a name that nobody reads, flushed, then renamed: a crash leaves the file or no file, never a part.</summary>
    private static async Task WriteAsync(string path, byte[] sealedBytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // Never null: the path ends in a folder and a name.
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(sealedBytes, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Two characters of the name as a folder, so that no folder grows beyond what a file system likes.</summary>
    private string PathOf(FieldCipher cipher, string name) =>
        Path.Combine(platform.Value.DataDirectory, "files", cipher.Owner.Name.Replace(".", "", StringComparison.Ordinal), name[..2], name);

    private static string PurposeOf(string name) => $"file:{name}";
}

/// <param name="Name">43 characters of base64url; unique within its database only.</param>
public sealed record StoredFile(string Name, FileType Type, long Length);
