using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.SignIn;

/// <summary>The server-to-server half of the flow: pushed request, code for tokens, and who the person is.</summary>
internal sealed class ProviderCalls(IHttpClientFactory http, LoginProvider provider)
{
    private const string Scope = "openid profile phone email nik offline_access mpp.api";

    /// <summary>Where to send the browser.</summary>
    public async Task<string> PushAsync(RelyingParty party, SignInAttempt attempt, bool forStaff, string? idTokenHint, CancellationToken ct)
    {
        var endpoints = await provider.ReadAsync(ct);
        var form = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = party.ClientId,
            ["redirect_uri"] = party.CallbackUri,
            ["scope"] = Scope,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        };
        form["ui_locales"] = Language.Code;
        if (forStaff) form["login_hint"] = "petugas";
        if (idTokenHint is not null) form["id_token_hint"] = idTokenHint;
        if (attempt.StepUp is { } demand) (form["acr_values"], form["max_age"]) = (demand.Acr, demand.MaxAge.ToString(CultureInfo.InvariantCulture));
        using var answer = await PostAsync(party, endpoints.PushedAuthorizationRequestEndpoint, form, ct);
        var requestUri = answer.RootElement.GetProperty("request_uri").GetString();
        return $"{endpoints.AuthorizationEndpoint}?client_id={Uri.EscapeDataString(party.ClientId)}&request_uri={Uri.EscapeDataString(requestUri!)}";
    }

    public Task<ProviderTokens> RedeemAsync(RelyingParty party, SignInAttempt attempt, string code, CancellationToken ct)
    {
        return TokensAsync(party, new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = party.CallbackUri,
            ["code_verifier"] = attempt.Verifier,
        }, ct);
    }

    public Task<ProviderTokens> RefreshAsync(RelyingParty party, string refreshToken, CancellationToken ct) =>
        TokensAsync(party, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, ct);

    public async Task<JsonElement> DescribeAsync(string accessToken, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, (await provider.ReadAsync(ct)).UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await http.CreateClient(LoginProvider.HttpClient).SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: ct);
        return document.RootElement.Clone();
    }

    private async Task<ProviderTokens> TokensAsync(RelyingParty party, Dictionary<string, string> form, CancellationToken ct)
    {
        using var answer = await PostAsync(party, (await provider.ReadAsync(ct)).TokenEndpoint, form, ct);
        var root = answer.RootElement;
        return new ProviderTokens(
            root.GetProperty("id_token").GetString()!,
            root.GetProperty("access_token").GetString()!,
            root.TryGetProperty("refresh_token", out var refresh) ? refresh.GetString() : null,
            TimeSpan.FromSeconds(root.TryGetProperty("expires_in", out var seconds) ? seconds.GetInt32() : 600));
    }

    private async Task<JsonDocument> PostAsync(RelyingParty party, string endpoint, Dictionary<string, string> form, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(form) };
        var credentials = $"{Uri.EscapeDataString(party.ClientId)}:{Uri.EscapeDataString(await provider.SecretOfAsync(party.ClientId, ct))}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        using var response = await http.CreateClient(LoginProvider.HttpClient).SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        return await JsonDocument.ParseAsync(body, cancellationToken: ct);
    }
}

/// <param name="RefreshToken">Null when the provider gives none.</param>
/// <param name="Lifetime">Of the access token: how long the provider stands by what it said.</param>
internal sealed record ProviderTokens(string IdToken, string AccessToken, string? RefreshToken, TimeSpan Lifetime);
