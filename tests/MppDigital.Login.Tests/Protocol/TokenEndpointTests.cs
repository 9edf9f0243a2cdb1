using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MppDigital.Login.Tests.Protocol;

public sealed class TokenEndpointTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Fact]
    public async Task Replaces_a_refresh_token_at_each_use_and_ends_the_family_when_one_is_used_twice()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var first = (await flow.TokensAsync()).GetProperty("refresh_token").GetString()!;
        var second = (await Flow.ReadAsync(await flow.RefreshAsync(first))).GetProperty("refresh_token").GetString()!;
        Assert.NotEqual(first, second);

        // A host of ours may meet itself on another node for half a minute; foreign programs may not (tests/OpenIdClient).
        server.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.RefreshAsync(first)));

        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.RefreshAsync(second)));
    }

    [Fact]
    public async Task Refreshes_only_for_the_client_it_was_given_to_and_never_to_more()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var request = flow.Request();
        request["scope"] = "openid offline_access";
        var token = (await flow.TokensAsync(request)).GetProperty("refresh_token").GetString()!;
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = token };

        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.PostAsync("/token", form, client: "regency-1371")));
        Assert.Equal("invalid_scope", await Flow.ErrorAsync(await flow.PostAsync("/token", new(form) { ["scope"] = "openid nik" })));
        Assert.Equal("invalid_target", await Flow.ErrorAsync(await flow.PostAsync("/token", new(form) { ["resource"] = "http://evil.example" })));
        Assert.True((await flow.PostAsync("/token", new(form) { ["scope"] = "openid" })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Gives_a_system_a_token_for_its_own_regency_only()
    {
        using var flow = new Flow(server, "demo-system");
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = "mpp.api" };

        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken((await Flow.ReadAsync(await flow.PostAsync("/token", form))).GetProperty("access_token").GetString());
        Assert.Equal("1375", token.GetClaim("regency").Value);
        Assert.Equal("http://bukittinggi.mpp.localhost:5080", Assert.Single(token.Audiences));

        Assert.Equal("mpp.api", token.GetClaim("scope").Value);
        Assert.Equal("mpp.api mpp.changes", (await Flow.ReadAsync(await flow.PostAsync("/token", new(form) { ["scope"] = "mpp.api mpp.changes" }))).GetProperty("scope").GetString());
        Assert.Equal("invalid_scope", await Flow.ErrorAsync(await flow.PostAsync("/token", new(form) { ["scope"] = "mpp.changes" })));
        Assert.Equal("invalid_scope", await Flow.ErrorAsync(await flow.PostAsync("/token", new(form) { ["scope"] = "mpp.api nik" })));
        Assert.Equal("invalid_target", await Flow.ErrorAsync(await flow.PostAsync("/token", new(form) { ["resource"] = "http://padang.mpp.localhost:5080" })));
        Assert.Equal("unauthorized_client", await Flow.ErrorAsync(await flow.PostAsync("/token", form, client: "regency-1375")));
        Assert.Equal("unauthorized_client", await Flow.ErrorAsync(await flow.PostAsync("/token", flow.CodeForm("x"))));
    }

    [Theory]
    [InlineData("regency-1375", "wrong")]
    [InlineData("regency-1375", "")]
    [InlineData("nobody", "secret")]
    [InlineData("%zz", "%")]
    public async Task Refuses_a_client_without_its_secret(string id, string secret)
    {
        using var http = server.Browser();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));

        using var answer = await http.PostAsync(new Uri("/token", UriKind.Relative), new FormUrlEncodedContent([new("grant_type", "authorization_code")]));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_client", await Flow.ErrorAsync(answer));
        Assert.Equal("Basic", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Ends_a_grant_that_its_client_gives_back_and_tells_so_when_asked()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var tokens = await flow.TokensAsync();
        var access = new Dictionary<string, string> { ["token"] = tokens.GetProperty("access_token").GetString()! };
        Assert.True((await Flow.ReadAsync(await flow.PostAsync("/introspect", access))).GetProperty("active").GetBoolean());
        Assert.False((await Flow.ReadAsync(await flow.PostAsync("/introspect", access, client: "regency-1371"))).GetProperty("active").GetBoolean());

        var refresh = new Dictionary<string, string> { ["token"] = tokens.GetProperty("refresh_token").GetString()! };
        await flow.PostAsync("/revoke", refresh, client: "regency-1371");
        Assert.True((await Flow.ReadAsync(await flow.PostAsync("/introspect", access))).GetProperty("active").GetBoolean());
        await flow.PostAsync("/revoke", refresh);

        Assert.False((await Flow.ReadAsync(await flow.PostAsync("/introspect", access))).GetProperty("active").GetBoolean());
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/par")]
    [InlineData("/revoke")]
    [InlineData("/introspect")]
    public async Task Answers_what_it_cannot_read_with_the_error_of_the_standard(string path)
    {
        using var http = server.Browser();
        http.DefaultRequestHeaders.Authorization = await server.SecretOfAsync("regency-1375");
        HttpContent[] bodies =
        [
            new StringContent("{}", Encoding.UTF8, "application/json"),
            new StringContent("grant_type=a&grant_type=b", Encoding.UTF8, "application/x-www-form-urlencoded"),
            new StringContent("%00%ff%zz=%", Encoding.UTF8, "application/x-www-form-urlencoded"),
            new StringContent($"code={new string('a', 5000)}", Encoding.UTF8, "application/x-www-form-urlencoded"),
            new StringContent("--x\r\nbroken", Encoding.UTF8, "multipart/form-data"),
            new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded"),
            new StringContent("grant_type=refresh_token&refresh_token=%F0%9F%92%A3&token=%00", Encoding.UTF8, "application/x-www-form-urlencoded"),
        ];
        foreach (var body in bodies)
        {
            using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);

            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.False(string.IsNullOrEmpty(await Flow.ErrorAsync(answer)));
            body.Dispose();
        }
    }

    [Fact]
    public async Task Refuses_a_body_that_is_far_too_large()
    {
        using var http = server.Browser();
        http.DefaultRequestHeaders.Authorization = await server.SecretOfAsync("regency-1375");

        using var answer = await http.PostAsync(new Uri("/token", UriKind.Relative), new StringContent(new string('a', 200_000), Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer not-a-token")]
    [InlineData("Bearer eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJ4In0.")]
    [InlineData("Basic abc")]
    public async Task Tells_nothing_of_a_person_without_a_token(string header)
    {
        using var http = server.Browser();
        if (header.Length > 0) http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var answer = await http.GetAsync(new Uri("/userinfo", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.First().Scheme);
    }
}
