using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace MppDigital.Web.SignIn.StepUp;

/// <summary>The one place that says what is strong and fresh enough.</summary>
internal sealed class StepUpRule(IOptions<SignInOptions> options, TimeProvider clock)
{
    /// <summary>Two factors, as the login names them.</summary>
    public const string Acr = "urn:mpp:2";

    /// <summary>In seconds, as <c>max_age</c> is written.</summary>
    public int MaxAge => options.Value.StepUpMinutes * 60;

    public bool IsMetBy(ClaimsPrincipal user) =>
        IsStrong(user)
        && long.TryParse(user.FindFirst(SignInClaims.AuthTime)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow().ToUnixTimeSeconds() - seconds <= MaxAge;

    public static bool IsStrong(ClaimsPrincipal user) => user.FindFirst(SignInClaims.Acr)?.Value == Acr;
}
