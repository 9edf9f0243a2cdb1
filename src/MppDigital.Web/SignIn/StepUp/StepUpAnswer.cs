using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace MppDigital.Web.SignIn.StepUp;

/// <summary>
/// What becomes of <see cref="Platform.UseCases.StepUp.Required"/>. A program is told so (RFC 9470). A person goes through the login and
/// comes back to the same page, whose form is filled in and waits for its button once more: nothing happens behind a redirect, and nothing
/// happens twice.
/// </summary>
internal sealed class StepUpAnswer(StepUpRule rule, KeptForms kept, RelyingParties parties)
{
    public static bool Fits(Platform.UseCases.Problem? problem) => problem == Platform.UseCases.StepUp.Required;

    /// <summary>RFC 9470, section 3.</summary>
    public void Challenge(HttpResponse response)
    {
        var maxAge = rule.MaxAge.ToString(CultureInfo.InvariantCulture);
        response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_user_authentication\", error_description=\"A second factor is needed, not older than {maxAge} seconds.\", acr_values=\"{StepUpRule.Acr}\", max_age=\"{maxAge}\"";
    }

    /// <summary>From a page whose form was just sent. Does not come back.</summary>
    public async Task LeaveAsync(HttpContext http, NavigationManager navigation)
    {
        if (parties.Of(http) is { } party) await kept.KeepAsync(http, party);
        navigation.NavigateTo(QueryHelpers.AddQueryString(SignInEndpoints.BeginPath, new Dictionary<string, string?> { ["returnUrl"] = http.Request.Path, [SignInEndpoints.StepUpKey] = "ya" }));
    }

    /// <summary>The form with which the person left, back from the login; null on any other visit.</summary>
    public KeptForm? Return(HttpContext http) => parties.Of(http) is { } party && rule.IsMetBy(http.User) ? kept.Take(http, party) : null;
}
