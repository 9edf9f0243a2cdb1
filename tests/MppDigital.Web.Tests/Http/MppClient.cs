using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <summary>One person's browser: reaches every host name at the running program, keeps cookies by host, follows no redirect by itself.</summary>
internal sealed class MppClient : IDisposable
{
    private readonly Func<string, Uri> originOf;
    private readonly CookieContainer jar = new();
    private readonly Dictionary<string, string> csrf = [];
    private readonly HttpClient http;

    public MppClient(RunningProgram program)
        : this(program.OriginOf, () => program.Port, keptOpen: TimeSpan.FromMinutes(10))
    {
    }

    /// <param name="port">Where the next connection goes, as a load balancer would decide.</param>
    /// <param name="keptOpen">Zero asks for each request anew.</param>
    public MppClient(Func<string, Uri> originOf, Func<int> port, TimeSpan keptOpen)
    {
        this.originOf = originOf;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = keptOpen,
            ConnectCallback = async (_, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port(), ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public string CookiesAt(string host) => CookiesAt(originOf(host));

    public string CookiesAt(Uri address) => jar.GetCookieHeader(address);

    public bool IsSignedInAt(string host) => jar.GetCookies(originOf(host))["mpp-session"] is not null;

    public Task<Answer> GetAsync(string host, string path) => SendAsync(host, HttpMethod.Get, path, Call.Empty);

    public Task<Answer> PostAsync(string host, string path, JsonNode? body = null, string? key = null, string? ifMatch = null) =>
        SendAsync(host, HttpMethod.Post, path, new Call { Body = body?.ToJsonString(), Key = key, IfMatch = ifMatch });

    public Task<Answer> UploadAsync(string host, byte[] content, string requirement = "foto", string fileName = "foto.png", string? key = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName }, { new StringContent(requirement), "requirement" } };
        return SendAsync(host, HttpMethod.Post, "/api/v1/documents", new Call { Content = form, Key = key ?? NewKey() });
    }

    public static string NewKey() => Guid.NewGuid().ToString("N");

    public Task<Answer> SendAsync(string host, HttpMethod method, string path, Call call) => SendAsync(new Uri(originOf(host), path), method, call);

    public async Task<Answer> SendAsync(Uri address, HttpMethod method, Call call)
    {
        using var request = new HttpRequestMessage(method, address) { Content = call.Content ?? (call.Body is null ? null : new StringContent(call.Body, Encoding.UTF8)) };
        if (call.Body is not null) request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(call.Type);
        if (call.Key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", call.Key);
        if (call.IfMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", call.IfMatch);
        if (call.Origin is not null) request.Headers.TryAddWithoutValidation("Origin", call.Origin);
        if (call.Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Token);
        var cookies = call.Cookie ?? (call.Token is null ? jar.GetCookieHeader(address) : "");
        if (cookies.Length > 0) request.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (method != HttpMethod.Get && !call.WithoutCsrf && call.Token is null && csrf.TryGetValue(address.Host, out var token)) request.Headers.Add("X-CSRF-TOKEN", token);

        using var answer = await http.SendAsync(request);
        if (call.Cookie is null && answer.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (var line in lines) jar.SetCookies(address, line);
        }

        return new Answer($"{method} {address}", (int)answer.StatusCode, answer.Headers, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Follows redirects to the answer that is none.</summary>
    public async Task<(Uri Address, Answer Page)> FollowAsync(Uri address)
    {
        for (var hop = 0; hop < 12; hop++)
        {
            var answer = await SendAsync(address, HttpMethod.Get, Call.Empty);
            if (answer.Headers.Location is not { } next) return (address, answer);
            address = new Uri(address, next);
        }

        throw new InvalidOperationException($"Redirected too often, last to {address}");
    }

    /// <summary>Through the pages of the login where they ask; a session at the login is enough for every further host.</summary>
    public async Task SignInAsync(string host, string person, string password, string? totp, string returnUrl)
    {
        if (IsSignedInAt(host)) return;
        await SignInForms.PassAsync(this, new Uri(originOf(host), $"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}"), person, password, totp);
        Assert.True(IsSignedInAt(host), $"{person} could not sign in at {host}.");
        var answer = await GetAsync(host, "/api/v1/csrf");
        csrf[originOf(host).Host] = answer.Expect(200).TextOf("token")!;
    }

    public void Dispose() => http.Dispose();
}
