namespace MppDigital.Web.Hall;

internal static class HallServices
{
    public static IServiceCollection AddHallPages(this IServiceCollection services) => services.AddScoped<KioskDoor>();
}
