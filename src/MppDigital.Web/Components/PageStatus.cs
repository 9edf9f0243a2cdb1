<<<<<<< HEAD
namespace MppDigital.Web.Components;

public static class PageStatus
{
    /// <summary>
    /// Answers 404 with the page that is being rendered. Set at once, the framework would drop the page and leave the answer to the general "no such page".
    /// </summary>
    public static void AnswerNotFound(this HttpContext context) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
=======
using Microsoft.AspNetCore.Diagnostics;

namespace MppDigital.Web.Components;

internal static class PageStatus
{
    /// <summary>The status of a page that says itself what to do next, so that no general page replaces it.</summary>
    public static void Answer(this HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        if (http.Features.Get<IStatusCodePagesFeature>() is { } general) general.Enabled = false;
    }
>>>>>>> 907dbf5 (Let a page that explains its own refusal keep its words)
}
