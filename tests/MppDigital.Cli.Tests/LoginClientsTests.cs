using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

public sealed class LoginClientsTests : IDisposable
{
    private const string Program = """{ "id": "simpeg-uji", "name": "Simpeg uji", "authentication": "client_secret", "redirectUris": ["https://simpeg.example/callback"], "scopes": ["openid", "nik"] }""";

    private readonly TempDirectory folder = new();

    [Fact]
    public async Task Exports_what_another_provider_has_to_be_told_and_no_secret()
    {
        await CallAsync("", "tenants", "provision", "--regency", "13.75");
        var admitted = (await CallAsync(Program, "login", "register", "-", "--json")).Json;

        var run = await CallAsync("", "login", "clients", "--json");

        Assert.Equal("https://login.mpp.example", run.Json.GetProperty("issuer").GetString());
        var clients = run.Json.GetProperty("clients").EnumerateArray().ToDictionary(c => c.GetProperty("clientId").GetString()!);
        Assert.Equal(514 + 2 + 1, clients.Count);
        var regency = clients["regency-1375"];
        Assert.Equal("https://bukittinggi.mpp.example/signin/callback", regency.GetProperty("redirectUris")[0].GetString());
        Assert.Equal("https://bukittinggi.mpp.example/signin/backchannel", regency.GetProperty("backchannelLogoutUri").GetString());
        Assert.Equal("https://bukittinggi.mpp.example", regency.GetProperty("resource").GetString());
        Assert.Equal(["openid", "nik"], clients["simpeg-uji"].GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(["nik"], run.Json.GetProperty("scopes").EnumerateArray().Single(s => s.GetProperty("name").GetString() == "nik").GetProperty("claims").EnumerateArray().Select(c => c.GetString()));
        Assert.DoesNotContain(admitted.GetProperty("secret").GetString()!, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "regency-1375", "name": "Palsu", "authentication": "client_secret", "redirectUris": ["https://evil.example/callback"] }""", "/id")]
    [InlineData("""{ "id": "simpeg-uji", "name": "Simpeg uji", "authentication": "client_secret", "redirectUris": ["http://simpeg.example/callback"] }""", "/redirectUris")]
    public async Task Names_the_field_that_keeps_a_program_out(string program, string field)
    {
        await CallAsync("", "tenants", "provision", "--regency", "13.75");

        var run = await CallAsync(program, "login", "register", "-", "--json");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Equal(field, Assert.Single(run.Json.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Says_so_when_a_registration_cannot_be_read(string program)
    {
        var run = await CallAsync(program, "login", "register", "-", "--json");

        Assert.Equal((ExitCode.Refused, "unreadable"), (run.ExitCode, run.Json.GetProperty("code").GetString()));
    }

    public void Dispose() => folder.Dispose();

    private Task<RunningMpp> CallAsync(string input, params string[] args) => RunningMpp.CallAsync(input, new Dictionary<string, string?>
    {
        ["Platform:DataDirectory"] = folder.Path,
        ["Platform:PublicOrigin"] = "https://mpp.example",
    }, args);
}
