using System.Net;

namespace MppDigital.Web.SignIn;

/// <summary>Finds out who calls. An access token carries no personal data, so for it the login is asked, once per request.</summary>
internal sealed class PersonOfRequest(ProviderCalls provider)
{
    private SignedInPerson? known;

    /// <summary>Null for strangers and for systems, which are no person.</summary>
    public async ValueTask<SignedInPerson?> FindAsync(HttpContext http, CancellationToken ct)
    {
        if (known is not null) return known;
        var user = http.User;
        if (user.Identity?.IsAuthenticated is not true || user.HasClaim(c => c.Type == SignInClaims.Regency)) return null;
        known = SignedInPerson.FromClaims(user);
        if (user.Identity.AuthenticationType != SignInSchemes.Bearer) return known;
        try
        {
            known = SignedInPerson.FromProvider(await provider.DescribeAsync(BearerHandler.TokenOf(http.Request), ct));
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            // Granted without openid: the caller may act, but tells nothing of the person.
        }

        return known;
    }
}
