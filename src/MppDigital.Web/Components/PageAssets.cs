using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using MppDigital.Web.Citizen.Services;
using MppDigital.Web.Components.Assets;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Components;

/// <summary>What travels with all pages, whatever their audience: stylesheets, language, compression.</summary>
internal static class PageAssets
{
    public static IServiceCollection AddPageAssets(this IServiceCollection services)
    {
        services.AddSingleton<RecentPace>();
        services.AddSingleton<ServiceStandard>();
        services.AddResponseCompression(options =>
        {
            // Pages hold no secret beside text that a stranger chose: tokens against forged requests are masked anew in every answer.
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/csv", "application/geo+json"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        // The fastest level of Brotli already beats gzip's best here, and costs a tenth.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Before routing: stylesheets and scripts, the language of the reader, compression.</summary>
    public static IApplicationBuilder UsePageAssets(this IApplicationBuilder app)
    {
        app.UseMiddleware<ServeAssets>();
        app.UseMiddleware<ChooseLanguage>();
        return app.UseResponseCompression();
    }
}
