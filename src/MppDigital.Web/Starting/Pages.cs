using Microsoft.AspNetCore.Components.Endpoints;
using MppDigital.Web.Citizen;
using MppDigital.Web.Citizen.Applications;
using MppDigital.Web.Citizen.Performance;
using MppDigital.Web.Citizen.Visits;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Installed;
using MppDigital.Web.Components.Text;
using MppDigital.Web.Hosts;
using MppDigital.Web.Ministry;
using MppDigital.Web.Office;

namespace MppDigital.Web.Starting;

/// <summary>All pages, each bound to the hosts of its audience by its namespace.</summary>
internal static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddSingleton<MapPlacements>();
        services.AddSingleton<NumberHandover>();
        services.AddCitizenPages();
        return services;
    }

    public static void MapPages(this WebApplication app)
    {
        LanguageSwitch.Map(app);
        var hosts = app.Services.GetRequiredService<HostTable>();
        OfficeFiles.Map(app.MapGroup("").RequireHost(hosts.AnyRegency));
        Office.Voice.EvidenceFiles.Map(app.MapGroup("").RequireHost(hosts.AnyRegency));
        DocumentDownload.Map(app, hosts.AnyRegency);
        MyData.CopyDownload.Map(app, hosts.Portal);
        DatesFile.Map(app, hosts.AnyRegency);
        PerformanceFiles.Map(app, hosts.AnyRegency);
        InstalledFiles.Map(app, hosts.AnyRegency);
        VisitFile.Map(app, hosts.AnyRegency);
        app.MapRazorComponents<App>().Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type is not { Namespace: { } ns } page) return;
            var host = hosts.HostOf(ns) ?? throw new InvalidOperationException($"{page} is a page, but no host serves {ns}.");
            endpoint.Metadata.Add(new Microsoft.AspNetCore.Routing.HostAttribute(host));
        });
    }
}
