namespace MppDigital.Web.MinistryCatalog;

internal static class CatalogDeskServices
{
    public static IServiceCollection AddCatalogDesk(this IServiceCollection services) =>
        services.AddScoped<CatalogDesk>().AddSingleton<ReleaseAnswers>().AddHostedService<TellReleaseAnswers>();
}
