using System.Net.Http.Headers;
using MppDigital.Login.SignIn;

namespace MppDigital.Web.Tests.SignIn;

/// <summary>Keeps cookies by host, as browsers do, and follows no redirect by itself.</summary>
internal sealed class Browser(TwoHosts hosts) : IDisposable
{
    private static int people;

    private readonly HttpClient http = hosts.Connect();

    /// <summary>By origin, then by name.</summary>
    public Dictionary<string, Dictionary<string, string>> Cookies { get; } = [];

    public List<string> SetCookieLines { get; } = [];

    public string Nik { get; private set; } = "";

    public async Task RegisterAsync()
    {
        var n = Interlocked.Increment(ref people);
        Nik = $"13750152039499{n:00}";
        var begun = await hosts.DoAsync<RegisterAccount, RegistrationStarted>(new RegisterAccount(Nik, "Rahmi Putri", new DateOnly(1994, 3, 12), "Siti Rahayu", $"0812 3456 78{n:00}", null, "kuda laut biru 7", null));
        Assert.True(begun.Succeeded, begun.Problem?.Code);
        var made = await hosts.DoAsync<ConfirmRegistration, RegisteredAccount>(new ConfirmRegistration(begun.Value.Handle, hosts.Messages.CodeTo($"+6281234567{800 + n}"), null, null));
        Assert.True(made.Succeeded, made.Problem?.Code);
        Jar(TwoHosts.Login)["mpp-login"] = made.Value.Cookie;
    }

    public Dictionary<string, string> Jar(string origin) => Cookies.TryGetValue(origin, out var jar) ? jar : Cookies[origin] = [];

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var origin = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        if (Jar(origin) is { Count: > 0 } jar && !request.Headers.Contains("Cookie")) request.Headers.Add("Cookie", string.Join("; ", jar.Select(c => $"{c.Key}={c.Value}")));
        var answer = await http.SendAsync(request);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            SetCookieLines.Add(line);
            var pair = line.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) Jar(origin).Remove(pair[0]);
            else Jar(origin)[pair[0]] = pair[1];
        }

        return answer;
    }

    /// <summary>Follows redirects until a page answers or the address begins with <paramref name="until"/>, which is then returned unvisited.</summary>
    public async Task<(HttpResponseMessage Answer, string? Stopped)> FollowAsync(string address, string? until = null)
    {
        var at = new Uri(address);
        for (var hop = 0; hop < 12; hop++)
        {
            var answer = await GetAsync(at.ToString());
            if (answer.Headers.Location is not { } next) return (answer, null);
            at = new Uri(at, next);
            if (until is not null && at.ToString().StartsWith(until, StringComparison.Ordinal)) return (answer, at.ToString());
            answer.Dispose();
        }

        throw new InvalidOperationException($"Redirected too often, last to {at}");
    }

    public async Task<string> TokenAsync(string clientId, string redirectUri, Dictionary<string, string> more)
    {
        var verifier = new string('v', 43);
        var challenge = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier)));
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = clientId,
            ["redirect_uri"] = redirectUri,
            ["response_type"] = "code",
            ["scope"] = "openid profile nik mpp.api",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in more) query[name] = value;
        using var answer = await GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(TwoHosts.Login + "/authorize", query));
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
        return await PostForTokenAsync(clientId, new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirectUri, ["code_verifier"] = verifier });
    }

    public async Task<string> PostForTokenAsync(string clientId, Dictionary<string, string> form, string field = "access_token")
    {
        var secret = await ((MppDigital.Login.Clients.ClientSecrets)hosts.Services.GetService(typeof(MppDigital.Login.Clients.ClientSecrets))!).ForAsync(clientId, CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, TwoHosts.Login + "/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{clientId}:{secret}")));
        using var answer = await http.SendAsync(request);
        using var document = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.GetProperty(field).GetString()!;
    }

    public async Task<HttpResponseMessage> CallAsync(string address, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();
}
