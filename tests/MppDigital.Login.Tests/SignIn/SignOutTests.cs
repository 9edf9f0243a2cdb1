using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using MppDigital.Login.Protocol;
using MppDigital.Login.SignIn;

namespace MppDigital.Login.Tests.SignIn;

public sealed class SignOutTests(LoginServer server) : IClassFixture<LoginServer>
{
    private const string Redirect = "http://127.0.0.1:5990/callback";

    [Fact]
    public async Task Ends_the_session_at_once_for_a_client_that_shows_its_token()
    {
        using var flow = new Flow(server, "demo-web", Redirect);
        await flow.RegisterAsync();
        var tokens = await flow.TokensAsync();

        using var answer = await flow.GetAsync(QueryHelpers.AddQueryString("/logout", new Dictionary<string, string?>
        {
            ["id_token_hint"] = tokens.GetProperty("id_token").GetString(),
            ["post_logout_redirect_uri"] = "http://127.0.0.1:5990/",
            ["state"] = "bye",
        }));

        Assert.Equal("http://127.0.0.1:5990/?state=bye", answer.Headers.Location?.ToString());
        using var asked = await flow.AuthorizeAsync(flow.Request());
        Assert.StartsWith("/masuk?", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.RefreshAsync(tokens.GetProperty("refresh_token").GetString()!)));
    }

    [Theory]
    [InlineData("id_token_hint", "")]
    [InlineData("id_token_hint", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    public async Task Asks_the_person_when_no_token_proves_that_the_client_may(string field, string value)
    {
        using var flow = new Flow(server, "demo-web", Redirect);
        await flow.RegisterAsync();

        using var answer = await flow.GetAsync(QueryHelpers.AddQueryString("/logout", new Dictionary<string, string?> { [field] = value, ["client_id"] = "demo-web", ["post_logout_redirect_uri"] = "http://127.0.0.1:5990/" }));

        Assert.StartsWith("/keluar?", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(await flow.CodeAsync());
    }

    [Fact]
    public async Task Sends_nobody_to_an_address_that_is_not_registered_for_signing_out()
    {
        using var flow = new Flow(server, "demo-web", Redirect);
        await flow.RegisterAsync();
        var hint = (await flow.TokensAsync()).GetProperty("id_token").GetString();

        using var answer = await flow.GetAsync(QueryHelpers.AddQueryString("/logout", new Dictionary<string, string?> { ["id_token_hint"] = hint, ["post_logout_redirect_uri"] = "https://evil.example/" }));

        Assert.Equal("/keluar", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Tells_each_client_once_that_the_session_ended_and_tries_again_where_it_was_not_heard()
    {
        using var flow = new Flow(server, "demo-web", Redirect);
        await flow.RegisterAsync();
        var tokens = await flow.TokensAsync();
        var sid = new JsonWebToken(tokens.GetProperty("id_token").GetString()).GetClaim("sid").Value;
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"mpp-login={flow.Cookie}";
        await server.DoAsync<SignOut, MppDigital.Platform.UseCases.Done>(new SignOut(http));

        var heard = new List<string>();
        await using (await ListenAsync(heard))
        {
            var notices = server.Services.GetRequiredService<LogoutNotices>();
            Assert.True(await notices.SendOpenAsync(CancellationToken.None) > 0);
            await notices.SendOpenAsync(CancellationToken.None);
        }

        var token = new JsonWebToken(Assert.Single(heard, h => new JsonWebToken(h).GetClaim("sid").Value == sid));
        Assert.Equal("logout+jwt", token.Typ);
        Assert.Equal("demo-web", Assert.Single(token.Audiences));
        Assert.False(token.TryGetClaim("nonce", out _));
        Assert.Contains("http://schemas.openid.net/event/backchannel-logout", token.GetClaim("events").Value, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> ListenAsync(List<string> heard)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:5990");
        var app = builder.Build();
        app.MapPost("/backchannel", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            lock (heard) heard.Add(form["logout_token"].ToString());
            http.Response.StatusCode = (int)HttpStatusCode.OK;
        });
        await app.StartAsync();
        return app;
    }
}
