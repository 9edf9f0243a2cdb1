using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login.SignIn;
using MppDigital.Platform;
using MppDigital.Platform.UseCases;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Tests.SignIn;

public sealed class HostSignInTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    private const string Session = "mpp-session";

    [Fact]
    public async Task Signs_in_once_and_is_known_at_every_host()
    {
        using var browser = new Browser(hosts);
        var (sent, _) = await browser.FollowAsync(TwoHosts.Bukittinggi + "/rahasia", until: TwoHosts.Login + "/masuk");
        Assert.StartsWith("/masuk?r=", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        await browser.RegisterAsync();

        var back = await browser.FollowAsync($"{TwoHosts.Login}/authorize/lanjut{new Uri(new Uri(TwoHosts.Login), sent.Headers.Location).Query}");
        Assert.Equal(HttpStatusCode.OK, back.Answer.StatusCode);
        Assert.Equal(browser.Nik, await back.Answer.Content.ReadAsStringAsync());

        foreach (var origin in new[] { TwoHosts.Padang, TwoHosts.Portal, TwoHosts.Ministry })
        {
            var there = await browser.FollowAsync(origin + "/rahasia");
            Assert.Equal(browser.Nik, await there.Answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Refuses_a_cookie_that_was_made_for_another_host()
    {
        using var browser = await SignedInAsync(TwoHosts.Bukittinggi);
        var stolen = browser.Jar(TwoHosts.Bukittinggi)[Session];
        using var thief = new Browser(hosts);
        foreach (var origin in new[] { TwoHosts.Padang, TwoHosts.Portal, TwoHosts.Ministry })
        {
            thief.Jar(origin)[Session] = stolen;

            Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync(origin + "/api/v1/saya")).StatusCode);
            var page = await thief.GetAsync(origin + "/rahasia");
            Assert.StartsWith("/signin?returnUrl=", page.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        thief.Jar(TwoHosts.Bukittinggi)[Session] = stolen;
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(TwoHosts.Bukittinggi + "/rahasia")).StatusCode);
    }

    [Fact]
    public async Task Opens_no_session_at_the_login_with_the_cookie_of_a_host_and_none_at_a_host_with_that_of_the_login()
    {
        using var browser = await SignedInAsync(TwoHosts.Bukittinggi);
        using var thief = new Browser(hosts);
        thief.Jar(TwoHosts.Login)["mpp-login"] = browser.Jar(TwoHosts.Bukittinggi)[Session];
        thief.Jar(TwoHosts.Padang)[Session] = browser.Jar(TwoHosts.Login)["mpp-login"];

        var (_, stopped) = await thief.FollowAsync(TwoHosts.Padang + "/rahasia", until: TwoHosts.Login + "/masuk");

        Assert.NotNull(stopped);
    }

    [Fact]
    public async Task Takes_an_answer_only_from_the_browser_and_the_host_that_asked()
    {
        using var victim = new Browser(hosts);
        using var attacker = new Browser(hosts);
        await attacker.RegisterAsync();
        var (_, callback) = await attacker.FollowAsync(TwoHosts.Bukittinggi + "/signin", until: TwoHosts.Bukittinggi + "/signin/callback");

        Assert.Equal("request-expired", await TextAsync(await victim.GetAsync(callback!)));
        foreach (var (name, value) in attacker.Jar(TwoHosts.Bukittinggi)) victim.Jar(TwoHosts.Padang)[name] = value;
        Assert.Equal("request-expired", await TextAsync(await victim.GetAsync(callback!.Replace("bukittinggi", "padang", StringComparison.Ordinal))));
        Assert.Empty(victim.Jar(TwoHosts.Bukittinggi));

        Assert.Equal(HttpStatusCode.Redirect, (await attacker.GetAsync(callback)).StatusCode);
        Assert.Equal("request-expired", await TextAsync(await attacker.GetAsync(callback)));
    }

    [Theory]
    [InlineData("iss", "http://login.evil.example", "wrong-issuer")]
    [InlineData("iss", "", "wrong-issuer")]
    [InlineData("code", "not-a-code", "not-verified")]
    [InlineData("error", "access_denied", "declined")]
    public async Task Trusts_no_answer_that_was_tampered_with(string field, string value, string reason)
    {
        using var browser = new Browser(hosts);
        await browser.RegisterAsync();
        var (_, callback) = await browser.FollowAsync(TwoHosts.Bukittinggi + "/signin", until: TwoHosts.Bukittinggi + "/signin/callback");
        var query = QueryHelpers.ParseQuery(new Uri(callback!).Query).ToDictionary(p => p.Key, p => (string?)p.Value.ToString());
        query[field] = value;

        var answer = await browser.GetAsync(QueryHelpers.AddQueryString(TwoHosts.Bukittinggi + "/signin/callback", query));

        Assert.Equal(reason, await TextAsync(answer));
        Assert.DoesNotContain(Session, browser.Jar(TwoHosts.Bukittinggi).Keys);
    }

    [Theory]
    [InlineData("/layanan?q=a", "/layanan?q=a")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData(null, "/")]
    public void Returns_to_this_host_only(string? asked, string target) => Assert.Equal(target, LocalReturn.Of(asked));

    [Fact]
    public async Task Ends_every_hosts_session_when_the_person_signs_out_at_one()
    {
        using var browser = await SignedInAsync(TwoHosts.Bukittinggi);
        await browser.FollowAsync(TwoHosts.Padang + "/rahasia");
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"mpp-login={browser.Jar(TwoHosts.Login)["mpp-login"]}";

        await hosts.DoAsync<SignOut, Done>(new SignOut(http));

        foreach (var origin in new[] { TwoHosts.Bukittinggi, TwoHosts.Padang })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(origin + "/api/v1/saya")).StatusCode);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-token")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoibG9nb3V0K2p3dCJ9.eyJzaWQiOiJ4In0.")]
    public async Task Ends_nothing_on_a_forged_notice(string token)
    {
        using var browser = await SignedInAsync(TwoHosts.Bukittinggi);

        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, TwoHosts.Bukittinggi + "/signin/backchannel") { Content = new FormUrlEncodedContent([new("logout_token", token)]) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(TwoHosts.Bukittinggi + "/rahasia")).StatusCode);
    }

    [Fact]
    public async Task Sets_cookies_that_no_script_and_no_other_host_can_read()
    {
        using var browser = await SignedInAsync(TwoHosts.Bukittinggi);
        var line = browser.SetCookieLines.Last(l => l.StartsWith(Session, StringComparison.Ordinal));

        Assert.Contains("httponly", line, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", line, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", line, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("__Host-mpp-session", HostCookie.NameFor(new PlatformOptions { PublicOrigin = "https://mpp.go.id" }, Session));
    }

    [Fact]
    public async Task Refuses_a_session_cookie_that_comes_twice()
    {
        using var browser = await SignedInAsync(TwoHosts.Bukittinggi);
        var request = new HttpRequestMessage(HttpMethod.Get, TwoHosts.Bukittinggi + "/rahasia");
        request.Headers.Add("Cookie", $"{Session}=planted; {Session}={browser.Jar(TwoHosts.Bukittinggi)[Session]}");

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(request)).StatusCode);
    }

    private async Task<Browser> SignedInAsync(string origin)
    {
        var browser = new Browser(hosts);
        await browser.RegisterAsync();
        var (answer, _) = await browser.FollowAsync(origin + "/rahasia");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}
