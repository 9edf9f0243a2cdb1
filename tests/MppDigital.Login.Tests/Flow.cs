using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login.SignIn;

namespace MppDigital.Login.Tests;

/// <summary>One browser and one client, and the steps of signing in.</summary>
internal sealed class Flow(LoginServer server, string clientId = "regency-1375", string redirectUri = "http://bukittinggi.mpp.localhost:5080/signin/callback") : IDisposable
{
    private static int people;

    private readonly HttpClient http = server.Browser();

    public string ClientId => clientId;

    public string Verifier { get; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public string? Cookie { get; set; }

    public Dictionary<string, string> Request() => new()
    {
        ["response_type"] = "code",
        ["client_id"] = clientId,
        ["redirect_uri"] = redirectUri,
        ["scope"] = "openid profile nik email phone offline_access mpp.api",
        ["state"] = "s-1",
        ["nonce"] = "n-1",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    /// <summary>Somebody new, with a phone and an address of their own.</summary>
    public static RegisterAccount NewCitizen(string password = "kuda laut biru 7")
    {
        var n = Interlocked.Increment(ref people);
        return new($"1375015203949{n:000}", "Rahmi Putri", new DateOnly(1994, 3, 12), "Siti Rahayu", $"0812 3456 78{n:00}", $"rahmi{n}@contoh.id", password, null);
    }

    public RegisterAccount Citizen { get; private set; } = NewCitizen();

    public async Task RegisterAsync()
    {
        Citizen = NewCitizen();
        Cookie = (await server.RegisterAsync(Citizen)).Cookie;
    }

    public async Task<HttpResponseMessage> AuthorizeAsync(Dictionary<string, string> request) => await GetAsync(QueryHelpers.AddQueryString("/authorize", request!));

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (Cookie is not null) message.Headers.Add("Cookie", $"mpp-login={Cookie}");
        return await http.SendAsync(message);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form, string? client = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        message.Headers.Authorization = await server.SecretOfAsync(client ?? clientId);
        if (Cookie is not null) message.Headers.Add("Cookie", $"mpp-login={Cookie}");
        return await http.SendAsync(message);
    }

    public async Task<string> CodeAsync(Dictionary<string, string>? request = null)
    {
        using var answer = await AuthorizeAsync(request ?? Request());
        var query = QueryOf(answer);
        Assert.True(query.ContainsKey("code"), answer.Headers.Location?.ToString());
        return query["code"];
    }

    public Dictionary<string, string> CodeForm(string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = redirectUri,
        ["code_verifier"] = Verifier,
    };

    public Task<HttpResponseMessage> RedeemAsync(string code) => PostAsync("/token", CodeForm(code));

    public async Task<JsonElement> TokensAsync(Dictionary<string, string>? request = null)
    {
        using var answer = await RedeemAsync(await CodeAsync(request));
        return await ReadAsync(answer);
    }

    public Task<HttpResponseMessage> RefreshAsync(string token) => PostAsync("/token", new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token });

    public static Dictionary<string, string> QueryOf(HttpResponseMessage answer) =>
        QueryHelpers.ParseQuery(new Uri(new Uri(LoginServer.Issuer), answer.Headers.Location!).Query).ToDictionary(p => p.Key, p => p.Value.ToString());

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public static async Task<string?> ErrorAsync(HttpResponseMessage answer) => (await ReadAsync(answer)).GetProperty("error").GetString();

    public void Dispose() => http.Dispose();
}
