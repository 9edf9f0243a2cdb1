using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Login.Outside;
using MppDigital.Login.Protocol;

namespace MppDigital.Login;

public static class LoginEndpoints
{
    /// <summary>Bodies of protocol requests are small; a larger one is refused before it is read.</summary>
    private const int LargestBody = 32 * 1024;

    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>OpenID Connect, on the login host and nowhere else.</summary>
    /// <param name="host">For example <c>login.mpp.localhost</c>.</param>
    public static RouteGroupBuilder MapLogin(this IEndpointRouteBuilder endpoints, string host)
    {
        // Read now, so that a half-configured outside provider is refused at start and not at the first click.
        _ = endpoints.ServiceProvider.GetRequiredService<IOptions<OutsideOptions>>().Value;
        var protocol = endpoints.MapGroup("").RequireHost(host).AllowAnonymous().DisableAntiforgery().WithTags("OpenID Connect").ExcludeFromDescription();
        protocol.AddEndpointFilter(NoStore);
        protocol.MapGet(DiscoveryEndpoint.Path, DiscoveryEndpoint.Document);
        protocol.MapGet(DiscoveryEndpoint.KeysPath, DiscoveryEndpoint.KeySet);
        protocol.MapPost(PushEndpoint.Path, PushEndpoint.Push);
        protocol.MapMethods(AuthorizeEndpoint.Path, GetOrPost, AuthorizeEndpoint.Begin);
        protocol.MapGet(SignInPaths.Resume, AuthorizeEndpoint.Resume);
        protocol.MapGet(SignInPaths.Outside, OutsideEndpoint.Begin);
        protocol.MapGet(SignInPaths.OutsideCallback, OutsideEndpoint.Finish);
        protocol.MapPost(TokenEndpoint.Path, TokenEndpoint.Issue);
        protocol.MapMethods(UserInfoEndpoint.Path, GetOrPost, UserInfoEndpoint.Describe);
        protocol.MapPost(RevocationEndpoint.Path, RevocationEndpoint.Revoke);
        protocol.MapPost(IntrospectionEndpoint.Path, IntrospectionEndpoint.Describe);
        protocol.MapMethods(SignInPaths.EndSession, GetOrPost, EndSessionEndpoint.End);
        return protocol;
    }

    private static async ValueTask<object?> NoStore(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.ContentLength > LargestBody) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        return await next(context);
    }
}
