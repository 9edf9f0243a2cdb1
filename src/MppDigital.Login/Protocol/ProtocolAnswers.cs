using Microsoft.AspNetCore.Http;

namespace MppDigital.Login.Protocol;

internal static class ProtocolAnswers
{
    public static IResult Refuse(this HttpContext http, ProtocolError error)
    {
        // RFC 6749, 5.2: the scheme that was tried is named in the answer.
        if (error.Status == 401 && http.Request.Headers.Authorization.Count > 0) http.Response.Headers.WWWAuthenticate = "Basic realm=\"login\"";
        return TypedResults.Json(new Dictionary<string, string> { ["error"] = error.Error, ["error_description"] = error.Description }, statusCode: error.Status);
    }
}
