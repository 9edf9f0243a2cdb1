namespace MppDigital.Web.Hosts;

/// <summary>
/// After routing: a regency's own domain gets its name back. And the wildcard of the regencies also covers the fixed hosts below the apex, where no regency is entered. What belongs to
/// regencies does not exist there.
/// </summary>
internal sealed class KeepAudience(RequestDelegate next, HostTable hosts)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<CurrentHost>()?.OwnDomain is { } asked) context.Request.Host = asked;
        var isForRegencies = context.GetEndpoint()?.Metadata.GetMetadata<IHostMetadata>()?.Hosts.Contains(hosts.AnyRegency) is true;
        if (!isForRegencies || context.Audience() == Audience.Regency) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
