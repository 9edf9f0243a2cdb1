using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.National.Residents.Requests;

/// <summary>Packed copies on their way to their owner, encrypted, in a folder of their own that is emptied as they expire.</summary>
internal sealed class CopyStore(IOptions<PlatformOptions> platform, ResidentCipher cipher)
{
    public async Task SaveAsync(Guid id, byte[] content, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whole under another name first: whoever reads finds all of it or nothing.
        await File.WriteAllBytesAsync($"{path}.draft", (await cipher.OpenAsync(ct)).Encrypt(PurposeOf(id), content), ct);
        File.Move($"{path}.draft", path, overwrite: true);
    }

    /// <summary>Null when it is not there any more.</summary>
    public async Task<byte[]?> ReadAsync(Guid id, CancellationToken ct) =>
        File.Exists(PathOf(id)) ? (await cipher.OpenAsync(ct)).DecryptBytes(PurposeOf(id), await File.ReadAllBytesAsync(PathOf(id), ct)) : null;

    public void Delete(Guid id)
    {
        if (File.Exists(PathOf(id))) File.Delete(PathOf(id));
    }

    private static string PurposeOf(Guid id) => $"copy:{id:N}";

    private string PathOf(Guid id) => Path.Combine(platform.Value.DataDirectory, "files", "copies", id.ToString("N"));
}
