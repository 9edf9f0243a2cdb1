using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login.Clients;
using MppDigital.Login.Demo;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;

namespace MppDigital.Login.Tests.Demo;

public sealed class SeedDemoAccountsTests(LoginServer server) : IClassFixture<LoginServer>
{
    private static readonly Dictionary<string, string> Callbacks = new() { ["bukittinggi"] = "callback-secret" };

    [Fact]
    public async Task Writes_every_account_into_a_file_that_only_its_owner_reads()
    {
        var demo = await SeedAsync();

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(demo.FilePath));
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(demo.FilePath));
        var root = document.RootElement;
        Assert.Equal(["password", "citizens", "staff", "clients", "systemClient", "paymentCallbackSecrets"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["nik", "name", "regency"], root.GetProperty("citizens")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["username", "regency", "role", "agency", "totp"], root.GetProperty("staff")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["id", "secret", "redirectUris", "postLogoutRedirectUris", "backchannelLogoutUri"], root.GetProperty("clients")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["id", "secret", "regency"], root.GetProperty("systemClient").EnumerateObject().Select(p => p.Name));
        Assert.Equal("callback-secret", root.GetProperty("paymentCallbackSecrets").GetProperty("bukittinggi").GetString());
    }

    [Fact]
    public async Task Invents_200_citizens_whom_the_civil_register_would_know()
    {
        var demo = await SeedAsync();

        Assert.Equal(200, demo.Citizens.Select(c => c.Nik).Distinct().Count());
        Assert.All(demo.Citizens, c => Assert.InRange(int.Parse(c.Nik[12..], System.Globalization.CultureInfo.InvariantCulture), 9990, 9999));
        Assert.All(demo.Citizens, c => Assert.Null(Nik.FaultOf(c.Nik, new DateOnly(2026, 11, 21))));
        Assert.All(demo.Citizens, c => Assert.Equal(c.Name, SyntheticPeople.Find(c.Nik, new DateOnly(2026, 11, 21))!.Name));
        var first = demo.Citizens[0];
        Assert.Equal(("bukittinggi", "1375015203949990"), (first.Regency, first.Nik));
        Assert.Equal("Perawat", SyntheticPeople.Find(first.Nik, new DateOnly(2026, 11, 21))!.Occupation);
    }

    [Fact]
    public async Task Staffs_two_regencies_and_the_ministry_fully_and_gives_every_other_a_head()
    {
        var demo = await SeedAsync();

        foreach (var slug in new[] { "bukittinggi", "padang" })
        {
            var here = demo.Staff.Where(s => s.Regency == slug).ToList();
            Assert.Equal(["admin", "clerk", "head", "officer", "officer"], here.Select(s => s.Role).Order());
            Assert.Equal(2, here.Where(s => s.Role == "officer").Select(s => s.Agency).Distinct().Count());
        }

        Assert.Equal("head", Assert.Single(demo.Staff, s => s.Regency == "kab-jayapura").Role);
        Assert.Equal(["analyst", "catalog-owner", "catalog-owner"], demo.Staff.Where(s => s.Regency is null).Select(s => s.Role).Order());
        Assert.All(demo.Staff, s => Assert.Equal(s.Role is "head" or "admin" || s.Regency is null, s.Totp is not null));
    }

    [Fact]
    public async Task Keeps_accounts_and_password_at_the_next_start_and_renews_the_password_when_the_file_is_lost()
    {
        var before = await SeedAsync();
        var again = await SeedAsync();
        Assert.Equal(before.Password, again.Password);
        Assert.Equal(before.Staff.Select(s => (s.Sub, s.Totp)), again.Staff.Select(s => (s.Sub, s.Totp)));

        File.Delete(before.FilePath);
        var renewed = await SeedAsync();

        Assert.NotEqual(before.Password, renewed.Password);
        Assert.Equal(before.Citizens[0].Sub, renewed.Citizens[0].Sub);
        Assert.False((await SignInAsync(before.Citizens[0], before.Password)).Succeeded);
        Assert.True((await SignInAsync(renewed.Citizens[0], renewed.Password)).Succeeded);
    }

    [Fact]
    public async Task Finds_the_traces_of_a_demo()
    {
        await SeedAsync();

        Assert.Equal(new DemoTraces(true, true), (await server.DoAsync<FindDemoAccounts, DemoTraces>(new FindDemoAccounts())).Value);
    }

    [Fact]
    public async Task Names_the_secrets_under_which_the_clients_are_known()
    {
        var demo = await SeedAsync();
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(demo.FilePath));

        foreach (var client in document.RootElement.GetProperty("clients").EnumerateArray())
        {
            Assert.True(await server.Services.GetRequiredService<ClientSecrets>().MatchesAsync(client.GetProperty("id").GetString()!, client.GetProperty("secret").GetString()!, CancellationToken.None));
        }
    }

    private async Task<DemoAccounts> SeedAsync() => (await server.DoAsync<SeedDemoAccounts, DemoAccounts>(new SeedDemoAccounts(Callbacks))).Value!;

    private Task<Platform.UseCases.Outcome<SignInStep>> SignInAsync(DemoCitizen citizen, string password) =>
        server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(citizen.Nik, null, password, null));
}
