using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Outside;

/// <summary>The server-to-server half: pushed request, code for tokens, claims. An answer that is none counts as silence.</summary>
internal sealed partial class OutsideCalls(IHttpClientFactory http, OutsideProvider provider, OutsideKey key, IOptions<OutsideOptions> options, ILogger<OutsideCalls> log)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>RFC 9126.</summary>
    /// <returns>The <c>request_uri</c>.</returns>
    public async Task<Outcome<string>> PushAsync(OpenIdConnectConfiguration known, Dictionary<string, string> request, CancellationToken ct)
    {
        var answer = await PostAsync(known.PushedAuthorizationRequestEndpoint, request, ct);
        return !answer.Succeeded ? answer.Problem : Text(answer.Value, "request_uri") is { } uri ? uri : Silence("a pushed request got no request_uri");
    }

    public async Task<Outcome<OutsideTokens>> RedeemAsync(OpenIdConnectConfiguration known, OutsideAttempt attempt, string code, string redirectUri, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirectUri, ["code_verifier"] = attempt.Verifier };
        var answer = await PostAsync(known.TokenEndpoint, form, ct);
        if (!answer.Succeeded) return answer.Problem;
        return Text(answer.Value, "id_token") is { } idToken ? new OutsideTokens(idToken, Text(answer.Value, "access_token")) : Silence("a code got no id_token");
    }

    public async Task<Outcome<JsonElement>> DescribeAsync(string endpoint, string accessToken, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await SendAsync(request, ct);
    }

    private async Task<Outcome<JsonElement>> PostAsync(string endpoint, Dictionary<string, string> form, CancellationToken ct)
    {
        form["client_id"] = options.Value.ClientId;
        form["client_assertion_type"] = AssertionType;
        form["client_assertion"] = key.Assertion();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(form) };
        return await SendAsync(request, ct);
    }

    private async Task<Outcome<JsonElement>> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var response = await http.CreateClient(LoginServices.OutsideHttpClient).SendAsync(request, ct);
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Silence("an answer is no JSON object");
            if (response.IsSuccessStatusCode)
            {
                provider.NoteAnswer();
                return document.RootElement.Clone();
            }

            var error = Text(document.RootElement, "error");
            // The person came too late or twice; everything else is between the provider and us.
            if (error == "invalid_grant") return OutsideProblems.Expired;
            Log.Refused(log, error is not null && ErrorName().IsMatch(error) ? error : "without a name");
            return Silence("it refuses us");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or InvalidOperationException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return Silence(e.GetType().Name);
        }
    }

    private Problem Silence(string failure)
    {
        provider.NoteSilence(failure);
        return OutsideProblems.Away;
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    [GeneratedRegex("^[a-z_]{1,40}$")]
    private static partial Regex ErrorName();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The outside identity provider refuses our request: {Error}. With invalid_client compare Login:Outside:ClientId, the key and both clocks")]
        public static partial void Refused(ILogger logger, string error);
    }
}

/// <param name="AccessToken">Null where the provider gives none.</param>
internal sealed record OutsideTokens(string IdToken, string? AccessToken);
