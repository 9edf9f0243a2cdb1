using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Hosts;

/// <summary>First step of every request: host to audience, and for a regency's host into that regency. Strangers get the portal's 404 page, never a regency's content.</summary>
internal sealed class EnterHost(RequestDelegate next, HostTable hosts, ITenantDirectory directory)
{
    // Watched from inside by machines that know no name.
    private const string Health = "/healthz";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(Health)) return next(context);
        var host = context.Request.Host.Host;
        if (hosts.FixedAudienceOf(host) is { } audience)
        {
            context.Features.Set(new CurrentHost(audience));
            return next(context);
        }

        if (directory.FindByHost(context.Request.Host.Value) is { } regency)
        {
            context.RequestServices.GetRequiredService<CurrentRegency>().Enter(regency);
            context.Features.Set(new CurrentHost(Audience.Regency, hosts.EnterBySubdomain(context.Request, regency)));
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return UnknownHost.WriteAsync(context, host);
    }
}

/// <summary>The audience of this request.</summary>
/// <param name="OwnDomain">The host as asked for, where it is a regency's own domain.</param>
public sealed record CurrentHost(Audience Audience, HostString? OwnDomain = null);

public static class CurrentHosts
{
    public static Audience? Audience(this HttpContext context) => context.Features.Get<CurrentHost>()?.Audience;
}
