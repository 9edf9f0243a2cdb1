using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MppDigital.Testing;

namespace MppDigital.Benchmarks.Load;

/// <summary>A citizen of the demo who signs in once, as in a browser, and then gets a token for each host by code and PKCE.</summary>
internal sealed partial class DemoCitizen : IDisposable
{
    private readonly HttpClient browser;
    private readonly int position;
    private readonly string login;
    private readonly JsonElement demo;
    private readonly JsonElement program;

    /// <param name="position">Of the citizens in the demo's file.</param>
    public DemoCitizen(int port, string dataDirectory, int position = 0)
    {
        this.position = position;
        browser = Loopback.Client(port, connections: 2, new CookieContainer());
        login = Loopback.Origin("login", port);
        demo = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(dataDirectory, "demo.json"))).RootElement;
        program = demo.GetProperty("clients").EnumerateArray().First(c => c.GetProperty("id").GetString() == "demo-web");
    }

    private string RedirectUri => program.GetProperty("redirectUris")[0].GetString()!;

    public void Dispose() => browser.Dispose();

    /// <param name="staff">User name of a member of staff instead of a citizen.</param>
    public async Task SignInAsync(string? staff = null)
    {
        var person = staff is null ? ("nik", demo.GetProperty("citizens")[position].GetProperty("nik").GetString()!) : ("username", staff);
        var next = await FillAsync(new Uri($"{login}/masuk"), person, ("password", demo.GetProperty("password").GetString()!));
        if (staff is null) return;
        var totp = demo.GetProperty("staff").EnumerateArray().First(s => s.GetProperty("username").GetString() == staff).GetProperty("totp").GetString();
        if (totp is not null) await FillAsync(next, ("code", OneTimeCode.Of(totp)));
    }

    /// <returns>Where the form leads to.</returns>
    private async Task<Uri> FillAsync(Uri address, params (string Name, string Value)[] answers)
    {
        using var page = await browser.GetAsync(address);
        var fields = HiddenField().Matches(await page.Content.ReadAsStringAsync()).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        foreach (var (name, value) in answers) fields[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", login);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? new Uri(address, answer.Headers.Location!) : throw new InvalidOperationException($"{address.AbsolutePath} answered {(int)answer.StatusCode}.");
    }

    /// <summary>A token that this host's API takes.</summary>
    public async Task<string> TokenForAsync(string origin) => (await TokensForAsync(origin, "openid profile phone email nik mpp.api")).GetProperty("access_token").GetString()!;

    /// <summary>The first refresh token of a family.</summary>
    public async Task<string> RefreshTokenAsync(string origin) => (await TokensForAsync(origin, "openid offline_access mpp.api")).GetProperty("refresh_token").GetString()!;

    /// <returns>The next refresh token; null with what failed.</returns>
    public async Task<(string? Token, string? Failure)> RefreshAsync(string token)
    {
        using var answer = await browser.SendAsync(Exchange(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token }));
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) return (null, $"{(int)answer.StatusCode} {body[..Math.Min(body.Length, 300)]}");
        using var tokens = JsonDocument.Parse(body);
        return (tokens.RootElement.GetProperty("refresh_token").GetString(), null);
    }

    private async Task<JsonElement> TokensForAsync(string origin, string scope)
    {
        var verifier = Text(RandomNumberGenerator.GetBytes(32));
        var query = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = "demo-web",
            ["redirect_uri"] = RedirectUri,
            ["scope"] = scope,
            ["state"] = Text(RandomNumberGenerator.GetBytes(8)),
            ["nonce"] = Text(RandomNumberGenerator.GetBytes(8)),
            ["code_challenge"] = Text(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
            ["resource"] = origin,
        };
        using var asked = await browser.GetAsync($"{login}/authorize?{await new FormUrlEncodedContent(query).ReadAsStringAsync()}");
        var back = asked.Headers.Location?.ToString() ?? throw new InvalidOperationException($"Asking for a code answered {(int)asked.StatusCode}.");
        var code = CodeParameter().Match(back) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : throw new InvalidOperationException($"No code came back for {origin}.");

        using var exchange = Exchange(new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = RedirectUri,
            ["code_verifier"] = verifier,
            ["resource"] = origin,
        });
        using var answer = await browser.SendAsync(exchange);
        answer.EnsureSuccessStatusCode();
        using var tokens = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return tokens.RootElement.Clone();
    }

    private HttpRequestMessage Exchange(Dictionary<string, string> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{login}/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"demo-web:{Uri.EscapeDataString(program.GetProperty("secret").GetString()!)}")));
        return request;
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex CodeParameter();
}
