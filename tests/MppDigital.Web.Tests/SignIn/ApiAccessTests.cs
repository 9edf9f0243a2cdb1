using System.Net;
using System.Text.Json;

namespace MppDigital.Web.Tests.SignIn;

public sealed class ApiAccessTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    private const string Redirect = "http://127.0.0.1:5990/callback";

    [Fact]
    public async Task Opens_exactly_the_host_that_a_token_names()
    {
        using var browser = new Browser(hosts);
        await browser.RegisterAsync();
        var token = await browser.TokenAsync("demo-web", Redirect, new() { ["resource"] = TwoHosts.Bukittinggi });

        Assert.Equal(browser.Nik, await (await browser.CallAsync(TwoHosts.Bukittinggi + "/api/v1/saya", token)).Content.ReadAsStringAsync());
        foreach (var other in new[] { TwoHosts.Padang, TwoHosts.Portal, TwoHosts.Ministry })
        {
            var refused = await browser.CallAsync(other + "/api/v1/saya", token);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Asks_for_the_scope_of_the_api()
    {
        using var browser = new Browser(hosts);
        await browser.RegisterAsync();
        var token = await browser.TokenAsync("demo-web", Redirect, new() { ["resource"] = TwoHosts.Bukittinggi, ["scope"] = "openid nik" });

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.CallAsync(TwoHosts.Bukittinggi + "/api/v1/saya", token)).StatusCode);
    }

    [Fact]
    public async Task Takes_the_token_of_a_system_in_its_own_regency_only()
    {
        using var browser = new Browser(hosts);
        var token = await browser.PostForTokenAsync("demo-system", new() { ["grant_type"] = "client_credentials" });

        Assert.Equal(HttpStatusCode.OK, (await browser.CallAsync(TwoHosts.Bukittinggi + "/api/v1/saya", token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.CallAsync(TwoHosts.Padang + "/api/v1/saya", token)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x.y.z")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJ4Iiwic2NvcGUiOiJtcHAuYXBpIn0.")]
    public async Task Refuses_what_is_no_token(string token)
    {
        using var browser = new Browser(hosts);
        using var request = new HttpRequestMessage(HttpMethod.Get, TwoHosts.Bukittinggi + "/api/v1/saya");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Refuses_a_token_whose_signature_or_algorithm_was_changed()
    {
        using var browser = new Browser(hosts);
        await browser.RegisterAsync();
        var parts = (await browser.TokenAsync("demo-web", Redirect, new() { ["resource"] = TwoHosts.Bukittinggi })).Split('.');
        var none = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode("""{"alg":"none","typ":"at+jwt"}"""u8.ToArray());
        foreach (var forged in new[] { $"{none}.{parts[1]}.", $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}", $"{parts[0]}.{parts[1]}x.{parts[2]}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.CallAsync(TwoHosts.Bukittinggi + "/api/v1/saya", forged)).StatusCode);
        }
    }

    [Fact]
    public async Task Lets_a_cookie_change_nothing_without_the_token_against_forged_requests()
    {
        using var browser = new Browser(hosts);
        await browser.RegisterAsync();
        await browser.FollowAsync(TwoHosts.Bukittinggi + "/rahasia");
        using var document = JsonDocument.Parse(await (await browser.GetAsync(TwoHosts.Bukittinggi + "/api/v1/csrf")).Content.ReadAsStringAsync());
        var token = document.RootElement.GetProperty("token").GetString()!;

        Assert.Equal(HttpStatusCode.Forbidden, (await ChangeAsync(browser, null, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ChangeAsync(browser, "forged", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(browser, token, null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(browser, token, TwoHosts.Bukittinggi)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ChangeAsync(browser, token, TwoHosts.Padang)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ChangeAsync(browser, token, "null")).StatusCode);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string? token, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, TwoHosts.Bukittinggi + "/api/v1/ubah");
        if (token is not null) request.Headers.Add("X-CSRF-TOKEN", token);
        if (origin is not null) request.Headers.Add("Origin", origin);
        return browser.SendAsync(request);
    }
}
