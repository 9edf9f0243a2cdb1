using System.Reflection;
using MppDigital.Platform;

namespace MppDigital.Architecture.Tests;

/// <summary>The sources and the assemblies that the rules look at.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<Assembly> Assemblies =
    [
        typeof(PlatformOptions).Assembly,
        typeof(National.NationalServices).Assembly,
        typeof(Regencies.RegenciesServices).Assembly,
        typeof(Login.LoginServices).Assembly,
        typeof(Connectors.ConnectorsModule).Assembly,
        typeof(Sqlite.SqliteServices).Assembly,
        typeof(PostgreSql.PostgreSqlServices).Assembly,
        typeof(SqlServer.SqlServerServices).Assembly,
        typeof(Program).Assembly,
        Assembly.Load("mpp"),
    ];

    /// <summary>Types that somebody wrote; the compiler's own are their parts.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(t => !IsGenerated(t) && t.Namespace?.StartsWith("MppDigital", StringComparison.Ordinal) == true);

    public static IEnumerable<string> Files(string folder, params string[] extensions) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        .Where(f => extensions.Contains(Path.GetExtension(f)) && !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "Migrations"));

    public static string Short(string file) => Path.GetRelativePath(Root, file);

    private static bool IsGenerated(Type type) => type.Name.Contains('<', StringComparison.Ordinal) || (type.DeclaringType is { } outer && IsGenerated(outer));

    // From the built test upwards, so that it does not matter where the run was started.
    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MppDigital.sln"))) return at.FullName;
        }

        throw new InvalidOperationException("MppDigital.sln is not above the built tests.");
    }
}
