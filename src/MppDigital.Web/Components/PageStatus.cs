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
}
