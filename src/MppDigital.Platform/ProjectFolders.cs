namespace MppDigital.Platform;

/// <summary>Finds <c>.data</c> and <c>tenants-seed</c> in the same way for the web program and for <c>mpp</c>.</summary>
public static class ProjectFolders
{
    /// <summary>The folder of the nearest <c>MppDigital.sln</c> upwards from the current directory, else the current directory.</summary>
    public static string Root()
    {
        var current = Directory.GetCurrentDirectory();
        for (var at = new DirectoryInfo(current); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MppDigital.sln"))) return at.FullName;
        }

        return current;
    }

    public static void FillDefaults(PlatformOptions options)
    {
        if (options.DataDirectory.Length == 0) options.DataDirectory = Path.Combine(Root(), ".data");
        if (options.SeedDirectory.Length == 0) options.SeedDirectory = Path.Combine(Root(), "tenants-seed");
        options.DataDirectory = Path.GetFullPath(options.DataDirectory);
        options.SeedDirectory = Path.GetFullPath(options.SeedDirectory);
    }
}
