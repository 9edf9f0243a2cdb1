using MppDigital.Platform;
using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

public sealed class CatalogValidateTests
{
    [Fact]
    public async Task Finds_no_fault_in_the_56_definitions_of_the_seed()
    {
        var run = await RunningMpp.CallAsync("", Settings, "catalog", "validate", "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal((56, 0), (run.Json.GetProperty("services").GetInt32(), run.Json.GetProperty("faults").GetArrayLength()));
    }

    [Fact]
    public async Task Names_file_and_place_of_each_fault()
    {
        using var folder = new TempDirectory();
        foreach (var file in Directory.GetFiles(Path.Combine(ProjectFolders.Root(), "tenants-seed", "services"))) File.Copy(file, folder[Path.GetFileName(file)]);
        var first = Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).First();
        File.Move(first, folder["WRONG.json"]);
        File.WriteAllText(folder["ZZZ.json"], "{ oops");

        var run = await RunningMpp.CallAsync("", Settings, "catalog", "validate", "--folder", folder.Path, "--json");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Equal(["WRONG.json", "ZZZ.json"], run.Json.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("file").GetString()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_a_folder_that_is_not_there() =>
        Assert.Equal(ExitCode.Refused, (await RunningMpp.CallAsync("", Settings, "catalog", "validate", "--folder", "/nowhere")).ExitCode);

    [Fact]
    public async Task Writes_the_schema_of_a_definition()
    {
        var run = await RunningMpp.CallAsync("", Settings, "catalog", "schema");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("http://mpp.localhost:5080/api/v1/catalog/schema", run.Json.GetProperty("$id").GetString());
    }

    private static Dictionary<string, string?> Settings => new() { ["Platform:SeedDirectory"] = Path.Combine(ProjectFolders.Root(), "tenants-seed") };
}
