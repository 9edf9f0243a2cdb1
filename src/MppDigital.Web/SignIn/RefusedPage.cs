using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Components;

namespace MppDigital.Web.SignIn;

internal static class RefusedPage
{
    /// <summary>A page that refuses says so in its status too, for whoever reads no Indonesian: programs and proxies.</summary>
    public static void Mark(HttpContext http, Problem problem)
    {
        // Set at once, a 404 would make the framework drop the page.
        if (problem.Kind == ProblemKind.NotFound) http.AnswerNotFound();
        else http.Response.StatusCode = problem.Kind switch
        {
            ProblemKind.TooMany => StatusCodes.Status429TooManyRequests,
            ProblemKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            ProblemKind.Conflict => StatusCodes.Status409Conflict,
            ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
            ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        if (problem.RetryAfter is { } wait) http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
