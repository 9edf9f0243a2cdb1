using MppDigital.Web.Citizen.Apply;
using MppDigital.Web.Citizen.Visits;

namespace MppDigital.Web.Citizen;

internal static class CitizenServices
{
    /// <summary>What the pages for citizens need beyond the use cases.</summary>
    public static IServiceCollection AddCitizenPages(this IServiceCollection services)
    {
        services.AddScoped<ForWhom>();
        services.AddScoped<BookingDevice>();
        services.AddScoped<Journeys>();
        services.AddScoped<KeepUpload>();
        services.AddScoped<Sealed>();
        return services;
    }
}
