using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using MppDigital.Platform;
using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

public sealed class CatalogPublishTests : IDisposable
{
    private const string Reason = "Halaman kementerian tidak dapat dibuka";

    private readonly TempDirectory folder = new();

    [Fact]
    public async Task Publishes_to_all_with_a_reason_that_the_audit_trail_keeps()
    {
        await CallAsync("", "tenants", "provision", "--regency", "13.75");
        var definition = Definition();
        definition["name_id"] = "SIP Perawat dari baris perintah";

        var run = await CallAsync(definition.ToJsonString(), "catalog", "publish", "-", "--reason", Reason, "--json");

        Assert.Equal((ExitCode.Done, 2), (run.ExitCode, run.Json.GetProperty("version").GetInt32()));
        Assert.Equal((1L, 1L), (Count("SELECT count(*) FROM releases WHERE State = 'Everywhere'"), Count($"SELECT count(*) FROM audit WHERE Actor = 'mpp' AND Action = 'release-publish-to-all' AND Detail LIKE '%{Reason}%'")));
        var conformance = await CallAsync("", "catalog", "conformance", "--json");
        Assert.Equal((ExitCode.Done, 514), (conformance.ExitCode, conformance.Json.GetProperty("regencies").GetArrayLength()));
    }

    [Fact]
    public async Task Refuses_a_faulty_definition_with_each_place()
    {
        await CallAsync("", "tenants", "provision", "--regency", "13.75");
        var definition = Definition();
        definition["name_id"] = "";
        definition["fee"]!["type"] = "gratis";

        var run = await CallAsync(definition.ToJsonString(), "catalog", "publish", "-", "--reason", Reason);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("/name_id:", run.Error, StringComparison.Ordinal);
        Assert.Contains("/fee/type:", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Count("SELECT count(*) FROM releases"));
    }

    [Theory]
    [InlineData("catalog", "publish", "-")]
    [InlineData("catalog", "publish", "-", "--reason", "cepat")]
    public async Task Asks_for_a_reason(params string[] args) => Assert.Equal(ExitCode.WrongUsage, (await CallAsync("{}", args)).ExitCode);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static JsonNode Definition() => JsonNode.Parse(File.ReadAllText(Path.Combine(ProjectFolders.Root(), "tenants-seed", "services", "DPM-SIP-04.json")))!;

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "db", "mpp_national.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private Task<RunningMpp> CallAsync(string input, params string[] args) =>
        RunningMpp.CallAsync(input, new Dictionary<string, string?> { ["Platform:DataDirectory"] = folder.Path, ["Platform:SeedDirectory"] = Path.Combine(ProjectFolders.Root(), "tenants-seed") }, args);
}
