using System.Net;

namespace MppDigital.Login.Tests.Protocol;

public sealed class AuthorizationRefusalTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Theory]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("redirect_uri", "http://bukittinggi.mpp.localhost:5080/signin/callback/..")]
    [InlineData("redirect_uri", "http://bukittinggi.mpp.localhost:5080/signin/callback?x=1")]
    [InlineData("redirect_uri", "http://bukittinggi.mpp.localhost:5080@evil.example/signin/callback")]
    [InlineData("redirect_uri", "HTTP://bukittinggi.mpp.localhost:5080/signin/callback")]
    [InlineData("redirect_uri", "http://padang.mpp.localhost:5080/signin/callback")]
    [InlineData("redirect_uri", "")]
    [InlineData("client_id", "regency-0000")]
    [InlineData("client_id", "regency-1375 ")]
    [InlineData("client_id", "demo-system")]
    [InlineData("client_id", "")]
    public async Task Sends_nobody_to_an_address_that_is_not_registered(string field, string value)
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var request = flow.Request();
        request[field] = value;

        using var answer = await flow.AuthorizeAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "code id_token", "unsupported_response_type")]
    [InlineData("response_type", "", "invalid_request")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("code_challenge", "", "invalid_request")]
    [InlineData("code_challenge", "too-short", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", "", "invalid_request")]
    [InlineData("scope", "profile", "invalid_scope")]
    [InlineData("resource", "http://nowhere.mpp.localhost:5080", "invalid_target")]
    [InlineData("resource", "http://padang.mpp.localhost:5080/", "invalid_target")]
    [InlineData("prompt", "none login", "invalid_request")]
    [InlineData("prompt", "dance", "invalid_request")]
    [InlineData("max_age", "-1", "invalid_request")]
    [InlineData("request", "eyJhbGciOiJub25lIn0..", "request_not_supported")]
    public async Task Answers_the_client_with_the_error_of_the_standard(string field, string value, string error)
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var request = flow.Request();
        request[field] = value;

        using var answer = await flow.AuthorizeAsync(request);

        Assert.StartsWith("http://bukittinggi.mpp.localhost:5080/signin/callback?", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var back = Flow.QueryOf(answer);
        Assert.Equal(error, back["error"]);
        Assert.Equal("s-1", back["state"]);
        Assert.Equal(LoginServer.Issuer, back["iss"]);
        Assert.DoesNotContain("code", back.Keys);
    }

    [Fact]
    public async Task Refuses_a_parameter_that_is_given_twice()
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        var query = string.Join('&', flow.Request().Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));

        using var nonce = await flow.GetAsync($"/authorize?{query}&nonce=other");
        using var redirect = await flow.GetAsync($"/authorize?{query}&redirect_uri=https%3A%2F%2Fevil.example");

        Assert.Equal("invalid_request", Flow.QueryOf(nonce)["error"]);
        Assert.Equal(HttpStatusCode.BadRequest, redirect.StatusCode);
    }

    [Fact]
    public async Task Shows_no_page_when_the_client_asked_for_none()
    {
        using var flow = new Flow(server);
        var request = flow.Request();
        request["prompt"] = "none";

        using var answer = await flow.AuthorizeAsync(request);

        Assert.Equal("login_required", Flow.QueryOf(answer)["error"]);
    }

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("max_age", "30")]
    public async Task Asks_again_when_the_client_wants_a_fresh_sign_in(string field, string value)
    {
        using var flow = new Flow(server);
        await flow.RegisterAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        var request = flow.Request();
        request[field] = value;

        using var asked = await flow.AuthorizeAsync(request);
        Assert.StartsWith("/masuk?r=", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var unchanged = await flow.GetAsync($"/authorize/lanjut?r={Flow.QueryOf(asked)["r"]}");
        Assert.StartsWith("/masuk?r=", unchanged.Headers.Location!.ToString(), StringComparison.Ordinal);

        await flow.RegisterAsync();
        using var resumed = await flow.GetAsync($"/authorize/lanjut?r={Flow.QueryOf(asked)["r"]}");
        Assert.Contains("code", Flow.QueryOf(resumed).Keys);
    }

    [Fact]
    public async Task Answers_on_the_login_host_only()
    {
        using var elsewhere = server.Browser("http://bukittinggi.mpp.localhost:5080");
        using var stranger = server.Browser("http://login.evil.example:5080");

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(new Uri("/jwks", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri("/.well-known/openid-configuration", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Names_the_same_issuer_whatever_the_request_claims()
    {
        using var http = server.Browser();
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var document = await http.GetStringAsync(new Uri("/.well-known/openid-configuration", UriKind.Relative));

        Assert.Contains($"\"issuer\":\"{LoginServer.Issuer}\"", document, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", document, StringComparison.Ordinal);
    }
}
