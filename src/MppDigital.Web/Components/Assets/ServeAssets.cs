using MppDigital.Web.Components.Accent;

namespace MppDigital.Web.Components.Assets;

/// <summary>Answers stylesheets, scripts and accents on every host, before routing: they are the same for all.</summary>
internal sealed class ServeAssets(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return next(context);
        var path = context.Request.Path.Value ?? "";
        // Pages have no dot in their last part; most requests end here.
        if (!path.Contains('.', StringComparison.Ordinal)) return next(context);
        return (WebAssets.Find(path) ?? AccentSheet.Find(path)?.Asset) is { } asset ? asset.WriteAsync(context) : next(context);
    }
}
