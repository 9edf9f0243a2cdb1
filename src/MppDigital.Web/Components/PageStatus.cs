using Microsoft.AspNetCore.Diagnostics;

namespace MppDigital.Web.Components;

public static class PageStatus
{
    /// <summary>
    /// Answers 404 with the page that is being rendered. Set at once, the framework would drop the page and leave the answer to the general "no such page".
    /// </summary>
    public static void AnswerNotFound(this HttpContext context) => context.Answer(StatusCodes.Status404NotFound);

    /// <summary>The status of a page that says itself what to do next, so that no general page replaces it.</summary>
    public static void Answer(this HttpContext context, int status)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } general) general.Enabled = false;
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }
}
