using Microsoft.Data.Sqlite;
using MppDigital.Platform;
using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

public sealed class TenantsTests : IDisposable
{
    private readonly TempDirectory folder = new();

    [Theory]
    [InlineData("list")]
    [InlineData("show", "bukittinggi")]
    [InlineData("check")]
    public async Task Says_what_to_run_first_when_nothing_was_provisioned(params string[] verb)
    {
        var run = await CallAsync(["tenants", .. verb]);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("mpp tenants provision --all", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_the_regencies_named_and_changes_nothing_the_second_time()
    {
        var first = await CallAsync("tenants", "provision", "--regency", "bukittinggi", "--regency", "13.71", "--json");
        var second = await CallAsync("tenants", "provision", "--regency", "1375", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.ExitCode, second.ExitCode));
        Assert.Equal(["mpp_d_1371", "mpp_d_1375"], Databases(first, "created").Where(d => d.StartsWith("mpp_d", StringComparison.Ordinal)));
        Assert.Empty(Databases(second, "created"));
        Assert.Contains("mpp_d_1375", Databases(second, "current"));

        var list = await CallAsync("tenants", "list", "--json");
        Assert.Equal(514, list.Json.GetArrayLength());
        Assert.Equal(["padang", "bukittinggi"], list.Json.EnumerateArray().Where(r => r.GetProperty("provisioned").GetBoolean()).Select(r => r.GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task Shows_one_regency_by_code_or_subdomain()
    {
        await CallAsync("tenants", "provision", "--regency", "13.75");

        foreach (var given in new[] { "13.75", "1375", "bukittinggi" })
        {
            var sheet = (await CallAsync("tenants", "show", given, "--json")).Json;
            Assert.Equal(("Kota Bukittinggi", "mpp_d_1375", "sound"), (sheet.GetProperty("name").GetString(), sheet.GetProperty("database").GetString(), sheet.GetProperty("state").GetString()));
        }

        Assert.Equal("missing", (await CallAsync("tenants", "show", "padang", "--json")).Json.GetProperty("state").GetString());
        Assert.Equal("unknown-regency", (await CallAsync("tenants", "show", "atlantis", "--json")).Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Finds_a_database_that_was_put_in_the_place_of_another()
    {
        await CallAsync("tenants", "provision", "--regency", "13.71", "--regency", "13.75");
        SqliteConnection.ClearAllPools();
        File.Copy(folder["db/mpp_d_1375.db"], folder["db/mpp_d_1371.db"], overwrite: true);

        var check = await CallAsync("tenants", "check", "--json");

        Assert.Equal(ExitCode.PartlyDone, check.ExitCode);
        Assert.Equal(["mpp_d_1371"], Databases(check, "broken"));
        Assert.Equal(512, Databases(check, "missing").Count);
        Assert.Contains("mpp_d_1375", Databases(check, "sound"));
        Assert.Contains("mpp_national", Databases(check, "sound"));
    }

    [Theory]
    [InlineData("provision")]
    [InlineData("provision", "--all", "--regency", "13.75")]
    [InlineData("show")]
    public async Task Calls_an_unclear_order_wrong_usage(params string[] verb)
    {
        Assert.Equal(ExitCode.WrongUsage, (await CallAsync(["tenants", .. verb])).ExitCode);
        Assert.False(Directory.Exists(folder["db"]));
    }

    [Fact]
    public async Task Makes_nothing_for_a_regency_that_does_not_exist()
    {
        var run = await CallAsync("tenants", "provision", "--regency", "99.99", "--json");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Equal("unknown-regency", run.Json.GetProperty("code").GetString());
        Assert.False(File.Exists(folder["db/mpp_national.db"]));
    }

    [Fact]
    public async Task Makes_nothing_from_a_seed_with_a_fault()
    {
        using var seed = new TempDirectory();
        File.WriteAllText(seed["regencies.csv"], "code,oops\n");

        var run = await RunningMpp.CallAsync("", Settings(seed.Path), "tenants", "provision", "--all");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("regencies.csv: row 1", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["db/mpp_national.db"]));
    }

    [Fact]
    public async Task Refuses_an_engine_that_it_does_not_know()
    {
        var settings = Settings(null);
        settings["Database:Provider"] = "Oracle";

        var run = await RunningMpp.CallAsync("", settings, "tenants", "list");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("expected Sqlite, PostgreSql or SqlServer", run.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static List<string> Databases(RunningMpp run, string state) =>
        [.. run.Json.EnumerateArray().Where(d => d.GetProperty("state").GetString() == state).Select(d => d.GetProperty("database").GetString()!)];

    private Task<RunningMpp> CallAsync(params string[] args) => RunningMpp.CallAsync("", Settings(null), args);

    private Dictionary<string, string?> Settings(string? seed) => new()
    {
        ["Platform:DataDirectory"] = folder.Path,
        ["Platform:SeedDirectory"] = seed ?? Path.Combine(ProjectFolders.Root(), "tenants-seed"),
    };
}
