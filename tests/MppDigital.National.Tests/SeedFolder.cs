using MppDigital.Testing;

namespace MppDigital.National.Tests;

/// <summary>The seed of this repository, and copies of it to break.</summary>
internal sealed class SeedFolder : IDisposable
{
    private readonly TempDirectory copy = new();

    public SeedFolder()
    {
        foreach (var file in Directory.GetFiles(Original, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public static string Original { get; } = Find();

    public string Path => copy.Path;

    public void Replace(string file, string old, string with)
    {
        var path = copy[file];
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not contain {old}");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + old.Length)));
    }

    public void Dispose() => copy.Dispose();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "MppDigital.sln"))) return System.IO.Path.Combine(at.FullName, "tenants-seed");
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
