namespace MppDigital.Benchmarks.Rows;

internal static class SeedFolder
{
    /// <summary>Upwards from the program, which is built inside the repository.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seed = Path.Combine(folder.FullName, "tenants-seed");
            if (Directory.Exists(seed)) return seed;
        }

        throw new InvalidOperationException("tenants-seed is in no folder above the program.");
    }

    public static IReadOnlyList<(string Code4, string Slug)> Regencies()
    {
        var lines = File.ReadAllLines(Path.Combine(Find(), "regencies.csv"));
        var names = lines[0].Split(',');
        var (code, slug) = (Array.IndexOf(names, "code4"), Array.IndexOf(names, "slug"));
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(f => (f[code], f[slug]))];
    }
}
