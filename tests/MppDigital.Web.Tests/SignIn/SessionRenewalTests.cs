using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login;

namespace MppDigital.Web.Tests.SignIn;

public sealed class SessionRenewalTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    private const string Cookie = "mpp-session";

    private static readonly TimeSpan AlmostOver = TimeSpan.FromMinutes(9.5);

    [Fact]
    public async Task Asks_the_login_before_its_word_runs_out()
    {
        using var browser = await SignedInAsync();
        var first = browser.Jar(TwoHosts.Bukittinggi)[Cookie];
        hosts.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(TwoHosts.Bukittinggi + "/rahasia")).StatusCode);
        Assert.Equal(first, browser.Jar(TwoHosts.Bukittinggi)[Cookie]);

        hosts.Clock.Advance(TimeSpan.FromMinutes(4.5));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(TwoHosts.Bukittinggi + "/rahasia")).StatusCode);
        Assert.NotEqual(first, browser.Jar(TwoHosts.Bukittinggi)[Cookie]);

        hosts.Clock.Advance(AlmostOver);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(TwoHosts.Bukittinggi + "/rahasia")).StatusCode);
    }

    [Fact]
    public async Task Serves_requests_that_arrive_together_with_one_renewal()
    {
        using var browser = await SignedInAsync();
        var old = browser.Jar(TwoHosts.Bukittinggi)[Cookie];
        hosts.Clock.Advance(AlmostOver);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WithAsync(old)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        await using var db = await ContextAsync();
        Assert.False(await db.Grants.AnyAsync(g => g.RevokedAt != null && g.ClientId == "regency-1375" && g.CreatedAt > hosts.Clock.UtcNow.AddMinutes(-11)));
    }

    [Fact]
    public async Task Lets_nobody_stay_whom_the_login_no_longer_knows_although_no_notice_came()
    {
        using var browser = await SignedInAsync();
        await using (var db = await ContextAsync()) await db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, hosts.Clock.UtcNow));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(TwoHosts.Bukittinggi + "/rahasia")).StatusCode);

        hosts.Clock.Advance(AlmostOver);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(TwoHosts.Bukittinggi + "/api/v1/saya")).StatusCode);
        Assert.DoesNotContain(Cookie, browser.Jar(TwoHosts.Bukittinggi).Keys);
    }

    [Fact]
    public async Task Ends_after_a_working_day_however_often_it_was_renewed()
    {
        using var browser = await SignedInAsync();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(7.5); passed += TimeSpan.FromHours(1))
        {
            hosts.Clock.Advance(TimeSpan.FromHours(1));
            if (passed < TimeSpan.FromHours(6.5)) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(TwoHosts.Bukittinggi + "/api/v1/saya")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(TwoHosts.Bukittinggi + "/api/v1/saya")).StatusCode);
    }

    private async Task<HttpStatusCode> WithAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TwoHosts.Bukittinggi + "/api/v1/saya");
        request.Headers.Add("Cookie", $"{Cookie}={cookie}");
        using var http = hosts.Connect();
        return (await http.SendAsync(request)).StatusCode;
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(hosts);
        await browser.RegisterAsync();
        await browser.FollowAsync(TwoHosts.Bukittinggi + "/rahasia");
        Assert.Contains(Cookie, browser.Jar(TwoHosts.Bukittinggi).Keys);
        return browser;
    }

    private Task<LoginDbContext> ContextAsync() => hosts.Services.GetRequiredService<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync();
}
