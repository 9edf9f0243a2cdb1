using System.Xml.Linq;

namespace MppDigital.Architecture.Tests;

public sealed class ProjectReferenceTests
{
    private static readonly string[] Capabilities = ["MppDigital.Login", "MppDigital.National", "MppDigital.Regencies"];
    private static readonly string[] Engines = ["MppDigital.PostgreSql", "MppDigital.SqlServer", "MppDigital.Sqlite"];

    private static readonly SortedDictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["MppDigital.Platform"] = [],
        ["MppDigital.Connectors"] = ["MppDigital.Platform"],
        ["MppDigital.National"] = ["MppDigital.Platform"],
        ["MppDigital.Login"] = ["MppDigital.Connectors"],
        ["MppDigital.Regencies"] = ["MppDigital.Connectors", "MppDigital.National"],
        ["MppDigital.Sqlite"] = Capabilities,
        ["MppDigital.PostgreSql"] = Capabilities,
        ["MppDigital.SqlServer"] = [.. Capabilities, "SqlServerServerStub"],
        ["SqlServerServerStub"] = [],
        ["MppDigital.Web"] = Engines,
        ["MppDigital.Cli"] = Engines,
    };

    // Only an engine knows its database, so another one can take its place.
    private static readonly Dictionary<string, string[]> Providers = new()
    {
        ["Microsoft.EntityFrameworkCore.Sqlite"] = ["MppDigital.Sqlite"],
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = ["MppDigital.PostgreSql"],
        ["Microsoft.EntityFrameworkCore.SqlServer"] = ["MppDigital.SqlServer"],
    };

    private static readonly Dictionary<string, XDocument> Projects = Repository.Files("src", ".csproj").ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => XDocument.Load(f));

    [Fact]
    public void Follow_the_one_table()
    {
        var actual = new SortedDictionary<string, string[]>(Projects.ToDictionary(p => p.Key, p => ReferencesOf(p.Value)), StringComparer.Ordinal);

        Assert.Equal(Allowed.Keys, actual.Keys);
        Assert.All(actual, project => Assert.Equal(Allowed[project.Key].Order(StringComparer.Ordinal), project.Value));
    }

    [Fact]
    public void Keep_each_database_provider_in_its_engine()
    {
        foreach (var (package, owners) in Providers)
        {
            var users = Projects.Where(p => p.Value.Descendants("PackageReference").Any(r => r.Attribute("Include")?.Value == package)).Select(p => p.Key);

            Assert.Equal(owners, users);
        }
    }

    private static string[] ReferencesOf(XDocument project) =>
        [.. project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).Order(StringComparer.Ordinal)];
}
