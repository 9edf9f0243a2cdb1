using Microsoft.AspNetCore.Antiforgery;

namespace MppDigital.Web.SignIn;

/// <summary>At the API a cookie alone changes nothing: the caller must also show a token that only our own pages can read.</summary>
internal sealed class CsrfGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public const string Header = "X-CSRF-TOKEN";

    public async Task InvokeAsync(HttpContext http)
    {
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);
        var byCookie = http.User.Identity is { IsAuthenticated: true, AuthenticationType: SignInSchemes.Cookie };
        // The token must come in the header: reading it from the body would read uploads before their limits apply.
        if (changes && byCookie && http.Request.Path.StartsWithSegments("/api") && (!http.Request.Headers.ContainsKey(Header) || !await antiforgery.IsRequestValidAsync(http)))
        {
            await Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Token CSRF tidak ada atau salah", detail: "Ambil token dari GET /api/v1/csrf, lalu kirim di X-CSRF-TOKEN.", extensions: new Dictionary<string, object?> { ["code"] = "csrf-token" }).ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    /// <summary><c>GET /api/v1/csrf</c>.</summary>
    public static IResult Token(HttpContext http, IAntiforgery antiforgery)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        return TypedResults.Json(new CsrfToken(antiforgery.GetAndStoreTokens(http).RequestToken ?? ""));
    }
}

/// <param name="Token">For the header <c>X-CSRF-TOKEN</c>; bound to the person who is signed in now.</param>
public sealed record CsrfToken(string Token);
