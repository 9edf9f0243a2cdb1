using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MppDigital.Login.Tests.Protocol;

public sealed class CodeFlowTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Fact]
    public async Task Signs_a_person_in_with_a_pushed_request_and_a_code()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();

        using var pushed = await flow.PostAsync("/par", flow.Request());
        Assert.Equal(HttpStatusCode.Created, pushed.StatusCode);
        var uri = (await Flow.ReadAsync(pushed)).GetProperty("request_uri").GetString()!;
        var back = Flow.QueryOf(await flow.AuthorizeAsync(new() { ["client_id"] = flow.ClientId, ["request_uri"] = uri }));
        Assert.Equal("s-1", back["state"]);
        Assert.Equal(LoginServer.Issuer, back["iss"]);

        using var answer = await flow.RedeemAsync(back["code"]);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var tokens = await Flow.ReadAsync(answer);
        var id = await ValidAsync(flow, tokens.GetProperty("id_token").GetString()!, flow.ClientId, "JWT", "ES256");
        Assert.Equal("n-1", id["nonce"]);
        Assert.Equal("urn:mpp:1", id["acr"]);
        var access = await ValidAsync(flow, tokens.GetProperty("access_token").GetString()!, "http://bukittinggi.mpp.localhost:5080", "at+jwt", "ES256");
        Assert.Equal(id["sub"], access["sub"]);
        Assert.DoesNotContain(access.Keys, k => k is "name" or "nik" or "role" or "roles");
    }

    [Fact]
    public async Task Takes_a_pushed_request_only_once_and_only_from_its_client()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        using var pushed = await flow.PostAsync("/par", flow.Request());
        var uri = (await Flow.ReadAsync(pushed)).GetProperty("request_uri").GetString()!;

        using var foreign = await flow.AuthorizeAsync(new() { ["client_id"] = "regency-1371", ["request_uri"] = uri });
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        using var first = await flow.AuthorizeAsync(new() { ["client_id"] = flow.ClientId, ["request_uri"] = uri });
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        using var second = await flow.AuthorizeAsync(new() { ["client_id"] = flow.ClientId, ["request_uri"] = uri });
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
    }

    [Fact]
    public async Task Signs_in_at_a_second_regency_without_asking_again()
    {
        using var first = new Flow(server);
        await first.RegisterAsync();
        using var second = new Flow(server, "regency-9103", "http://kab-jayapura.mpp.localhost:5080/signin/callback") { Cookie = first.Cookie };

        var here = Sub(await first.TokensAsync());
        var there = Sub(await second.TokensAsync());

        Assert.Equal(here, there);
    }

    [Fact]
    public async Task Sends_a_stranger_to_the_sign_in_page_and_back()
    {
        using var flow = new Flow(server);
        using var asked = await flow.AuthorizeAsync(flow.Request());
        Assert.StartsWith("/masuk?r=", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        var handle = Flow.QueryOf(asked)["r"];

        await flow.RegisterAsync();
        using var resumed = await flow.GetAsync($"/authorize/lanjut?r={handle}");
        Assert.StartsWith("http://bukittinggi.mpp.localhost:5080/signin/callback?", resumed.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var again = await flow.GetAsync($"/authorize/lanjut?r={handle}");
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task Revokes_what_a_code_bought_when_it_is_shown_again()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var code = await flow.CodeAsync();
        var tokens = await Flow.ReadAsync(await flow.RedeemAsync(code));

        using var replay = await flow.RedeemAsync(code);

        Assert.Equal(HttpStatusCode.BadRequest, replay.StatusCode);
        Assert.Equal("invalid_grant", await Flow.ErrorAsync(replay));
        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.RefreshAsync(tokens.GetProperty("refresh_token").GetString()!)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await UserInfoAsync(tokens)).StatusCode);
    }

    [Fact]
    public async Task Redeems_a_code_for_one_of_two_callers_at_once()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var code = await flow.CodeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => flow.RedeemAsync(code)));

        Assert.InRange(answers.Count(a => a.IsSuccessStatusCode), 0, 1);
    }

    [Theory]
    [InlineData("code_verifier", "another-verifier-of-fifty-characters-0000000000000")]
    [InlineData("code_verifier", "short")]
    [InlineData("redirect_uri", "http://bukittinggi.mpp.localhost:5080/signin/callback/")]
    [InlineData("redirect_uri", "http://padang.mpp.localhost:5080/signin/callback")]
    [InlineData("code", "no-such-code")]
    public async Task Gives_no_token_for_a_code_with_another(string field, string value)
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var form = flow.CodeForm(await flow.CodeAsync());
        form[field] = value;

        using var answer = await flow.PostAsync("/token", form);

        Assert.Equal("invalid_grant", await Flow.ErrorAsync(answer));
    }

    [Fact]
    public async Task Gives_no_token_to_another_client_or_after_a_minute()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var code = await flow.CodeAsync();
        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.PostAsync("/token", flow.CodeForm(code), client: "regency-1371")));

        server.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.RedeemAsync(code)));
    }

    [Fact]
    public async Task Tells_of_a_person_what_the_scopes_allow()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var all = await Flow.ReadAsync(await UserInfoAsync(await flow.TokensAsync()));
        Assert.Equal("Rahmi Putri", all.GetProperty("name").GetString());
        Assert.Equal(16, all.GetProperty("nik").GetString()!.Length);
        Assert.Equal(LoginServer.PhoneOf(flow.Citizen), all.GetProperty("phone_number").GetString());
        Assert.NotEqual(all.GetProperty("nik").GetString(), all.GetProperty("sub").GetString());

        var request = flow.Request();
        request["scope"] = "openid";
        var little = await Flow.ReadAsync(await UserInfoAsync(await flow.TokensAsync(request)));

        Assert.Equal("sub", Assert.Single(little.EnumerateObject()).Name);
    }

    [Fact]
    public async Task Signs_for_old_clients_with_RS256()
    {
        using var flow = new Flow(server, "demo-old", "http://127.0.0.1:5991/callback");
        await flow.RegisterAsync();

        var tokens = await flow.TokensAsync();

        await ValidAsync(flow, tokens.GetProperty("id_token").GetString()!, "demo-old", "JWT", "RS256");
    }

    [Fact]
    public async Task Makes_the_token_for_the_host_that_was_asked_for()
    {
        using var flow = new Flow(server, "demo-web", "http://127.0.0.1:5990/callback");
        await flow.RegisterAsync();
        var request = flow.Request();
        request["resource"] = "http://padang.mpp.localhost:5080";

        var tokens = await flow.TokensAsync(request);

        await ValidAsync(flow, tokens.GetProperty("access_token").GetString()!, "http://padang.mpp.localhost:5080", "at+jwt", "ES256");
    }

    private static string Sub(System.Text.Json.JsonElement tokens) => new JsonWebToken(tokens.GetProperty("id_token").GetString()).Subject;

    private async Task<HttpResponseMessage> UserInfoAsync(System.Text.Json.JsonElement tokens)
    {
        using var http = server.Browser();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access_token").GetString());
        return await http.GetAsync(new Uri("/userinfo", UriKind.Relative));
    }

    /// <summary>Checks the token as a stranger would: with the published keys alone.</summary>
    private async Task<IDictionary<string, object>> ValidAsync(Flow flow, string token, string audience, string type, string algorithm)
    {
        var keys = new JsonWebKeySet(await (await flow.GetAsync("/jwks")).Content.ReadAsStringAsync());
        Assert.All(keys.Keys, k => Assert.False(k.HasPrivateKey));
        var now = server.Clock.UtcNow;
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = LoginServer.Issuer,
            ValidAudience = audience,
            ValidTypes = [type],
            ValidAlgorithms = [algorithm],
            IssuerSigningKeys = keys.GetSigningKeys(),
            LifetimeValidator = (_, expires, _, _) => expires > now,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return result.Claims;
    }
}
