namespace MppDigital.Cli;

/// <summary>A file that only whoever runs the command can read, and that replaces no other.</summary>
internal static class OwnerFile
{
    /// <exception cref="IOException">There is a file of that name, or the folder cannot be written to.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await file.WriteAsync(content, ct);
    }
}
