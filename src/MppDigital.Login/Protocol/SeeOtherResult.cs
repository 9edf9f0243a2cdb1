using Microsoft.AspNetCore.Http;

namespace MppDigital.Login.Protocol;

/// <summary>303: whatever was posted before, the browser now asks with GET and never posts a password on.</summary>
internal sealed class SeeOtherResult(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
