using Microsoft.AspNetCore.Http.HttpResults;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Portal;

namespace MppDigital.Web.Hosts;

internal static class UnknownHostPage
{
    public static Task WriteAsync(HttpContext context, PlatformOptions options, IReadOnlyList<Regency> near) =>
        new RazorComponentResult<UnknownAddress>(new { Near = near, Origin = options.PublicOrigin }) { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(context);
}
