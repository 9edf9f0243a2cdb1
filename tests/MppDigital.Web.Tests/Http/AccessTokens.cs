using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace MppDigital.Web.Tests.Http;

/// <summary>The code flow as the program of a client runs it, for somebody who is signed in at the login.</summary>
internal static class AccessTokens
{
    public static async Task<string> OfAsync(RunningProgram program, MppClient person, string clientId)
    {
        var client = program.People.Clients.Single(c => c.Id == clientId);
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var request = QueryHelpers.AddQueryString(new Uri(program.OriginOf("login"), "/authorize").ToString(), new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = client.Id,
            ["redirect_uri"] = client.RedirectUris[0],
            ["scope"] = "openid mpp.api",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        });
        var answer = await person.SendAsync(new Uri(request), HttpMethod.Get, Call.Empty);
        var code = QueryHelpers.ParseQuery(answer.Headers.Location?.Query ?? throw new InvalidOperationException($"No redirect: {answer}"))["code"].ToString();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = client.RedirectUris[0],
            ["code_verifier"] = verifier,
            ["client_id"] = client.Id,
            ["client_secret"] = client.Secret,
        });
        var tokens = await person.SendAsync(new Uri(program.OriginOf("login"), "/token"), HttpMethod.Post, new Call { Content = form });
        return tokens.Expect(200).TextOf("access_token")!;
    }
}
