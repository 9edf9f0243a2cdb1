using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MppDigital.Platform;
using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

public sealed class PersonalDataTests : IDisposable
{
    private const string Person = "orang-satu";

    private readonly TempDirectory folder = new();

    [Fact]
    public async Task Tells_a_breach_in_numbers_and_the_people_in_a_file_of_the_owner_alone()
    {
        await CallAsync("tenants", "provision", "--regency", "13.75");
        Look("2026-11-10 05:00:00", Person);
        Look("2026-11-10 16:59:59", Person);
        // Midnight in Jakarta: the day after the last one.
        Look("2026-11-10 17:00:00", "orang-dua");
        var file = folder["daftar.json"];

        var run = await CallAsync("breach", "--regency", "bukittinggi", "--from", "2026-11-09", "--to", "2026-11-10", "--file", file, "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal((1, 2, 1), (run.Json.GetProperty("people").GetInt32(), run.Json.GetProperty("looks").GetInt32(), run.Json.GetProperty("officials").GetInt32()));
        Assert.DoesNotContain(Person, run.Out, StringComparison.Ordinal);
        Assert.Contains("pasal 46", run.Out, StringComparison.Ordinal);
        Assert.Equal(Person, JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("people")[0].GetProperty("sub").GetString());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("unwritable", (await CallAsync("breach", "--regency", "bukittinggi", "--from", "2026-11-09", "--to", "2026-11-10", "--file", file, "--json")).Json.GetProperty("code").GetString());
        Assert.Equal("wrong-period", (await CallAsync("breach", "--regency", "bukittinggi", "--from", "2026-11-10", "--to", "2026-11-09", "--json")).Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Exports_one_person_from_every_regency_that_is_there()
    {
        await CallAsync("tenants", "provision", "--regency", "13.75", "--regency", "13.71");
        Look("2026-11-10 05:00:00", Person);
        Look("2026-11-10 05:00:00", "orang-dua");
        var file = folder["data.zip"];

        var run = await CallAsync("export", "--person", Person, "--to", file, "--json");

        Assert.Equal((ExitCode.Done, 1), (run.ExitCode, run.Json.GetProperty("regencies").GetInt32()));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var zip = ZipFile.OpenRead(file);
        using var data = new StreamReader(zip.GetEntry("data.json")!.Open());
        Assert.Single(JsonDocument.Parse(data.ReadToEnd()).RootElement.GetProperty("regencies").GetProperty("13.75").GetProperty("access").EnumerateArray());
        Assert.Equal("unknown-person", (await CallAsync("export", "--person", "tidak-ada", "--json")).Json.GetProperty("code").GetString());
        Assert.Equal("wrong-sub", (await CallAsync("export", "--person", "../../etc", "--json")).Json.GetProperty("code").GetString());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private void Look(string at, string sub)
    {
        using var connection = new SqliteConnection($"Data Source={folder["db/mpp_d_1375.db"]}");
        connection.Open();
        using var insert = connection.CreateCommand();
        insert.CommandText = """INSERT INTO access_log (Id, At, Actor, Sub, Application, Service, Purpose, Fields) VALUES ($id, $at, 'petugas', $sub, '1375-26-000001', '', 'review', 'name')""";
        insert.Parameters.AddWithValue("$id", Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant());
        insert.Parameters.AddWithValue("$at", at);
        insert.Parameters.AddWithValue("$sub", sub);
        insert.ExecuteNonQuery();
    }

    private Task<RunningMpp> CallAsync(params string[] args) => RunningMpp.CallAsync("", new Dictionary<string, string?>
    {
        ["Platform:DataDirectory"] = folder.Path,
        ["Platform:SeedDirectory"] = Path.Combine(ProjectFolders.Root(), "tenants-seed"),
    }, args);
}
