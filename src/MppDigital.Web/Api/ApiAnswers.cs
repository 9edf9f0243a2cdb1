using System.Globalization;
using MppDigital.Platform.UseCases;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.Api;

/// <summary>The one place where a refusal becomes an HTTP status.</summary>
internal static class ApiAnswers
{
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> success) => outcome.Succeeded ? success(outcome.Value) : outcome.Problem.ToResult();

    public static IResult ToResult(this Problem problem) => new ProblemResult(problem);

    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Unreadable => 400,
        ProblemKind.Unauthenticated => 401,
        ProblemKind.Forbidden => 403,
        ProblemKind.NotFound => 404,
        ProblemKind.Conflict => 409,
        ProblemKind.Stale => 412,
        ProblemKind.TooLarge => 413,
        ProblemKind.WrongType => 415,
        ProblemKind.Invalid => 422,
        ProblemKind.VersionRequired => 428,
        ProblemKind.TooMany => 429,
        _ => 503,
    };

    /// <summary>An answer with its version as ETag.</summary>
    public static IResult Versioned(HttpContext context, object body, long version)
    {
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        return Results.Json(body, ApiJson.Options);
    }

    public static IResult Json(object body, int status = 200) => Results.Json(body, ApiJson.Options, statusCode: status);

    private sealed class ProblemResult(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var status = StatusOf(problem.Kind);
            if (problem.RetryAfter is { } wait) httpContext.Response.Headers.RetryAfter = Math.Max(1, (int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            if (StepUpAnswer.Fits(problem)) httpContext.RequestServices.GetRequiredService<StepUpAnswer>().Challenge(httpContext.Response);
            // 412 answers with the present state, so that the caller can show it and decide anew.
            if (problem is { Kind: ProblemKind.Stale, Current: { } current }) return Results.Json(current, ApiJson.Options, statusCode: status).ExecuteAsync(httpContext);
            var english = httpContext.Request.Cookies["lang"] == "en" && problem.DetailEn.Length > 0;
            return Results.Json(new
            {
                type = $"urn:mpp:problem:{problem.Code}",
                title = english ? problem.DetailEn : problem.Detail,
                status,
                detail = english ? problem.DetailEn : problem.Detail,
                code = problem.Code,
                errors = problem.Errors,
            }, ApiJson.Options, "application/problem+json", status).ExecuteAsync(httpContext);
        }
    }
}
