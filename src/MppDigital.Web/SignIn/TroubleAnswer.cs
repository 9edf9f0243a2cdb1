using Microsoft.AspNetCore.Http.HttpResults;
using MppDigital.Web.SignIn.Pages;

namespace MppDigital.Web.SignIn;

/// <summary>The plain page of a sign-in that cannot go on: what happened, the next step, a number to quote.</summary>
internal static class TroubleAnswer
{
    public static IResult For(string reason) => new RazorComponentResult<TroubleView>(new { Reason = reason })
    {
        StatusCode = reason switch
        {
            "unavailable" => StatusCodes.Status503ServiceUnavailable,
            "second-factor-missing" => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status400BadRequest,
        },
    };
}
