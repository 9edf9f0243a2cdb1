using Microsoft.AspNetCore.WebUtilities;

namespace MppDigital.Web.SignIn;

/// <summary>What a stranger meets: problem details at the API, never a redirect; a way to sign in on a page.</summary>
internal static class HostChallenge
{
    public static Task ChallengeAsync(HttpContext http)
    {
        if (IsApi(http))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "Belum masuk", detail: "Kirim token untuk alamat ini, atau masuk lebih dahulu.", extensions: new Dictionary<string, object?> { ["code"] = "not-signed-in" }).ExecuteAsync(http);
        }

        // A form that was posted is gone after signing in; the person comes back to its page.
        var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : http.Request.Path.Value;
        http.Response.Redirect(QueryHelpers.AddQueryString(SignInEndpoints.BeginPath, "returnUrl", back ?? "/"));
        return Task.CompletedTask;
    }

    public static Task ForbidAsync(HttpContext http)
    {
        if (IsApi(http))
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Tidak berwenang", detail: "Peran Anda di sini tidak mencakup tindakan ini.", extensions: new Dictionary<string, object?> { ["code"] = "forbidden" }).ExecuteAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");
}
