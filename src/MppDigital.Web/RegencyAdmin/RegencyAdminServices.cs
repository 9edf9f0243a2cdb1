namespace MppDigital.Web.RegencyAdmin;

internal static class RegencyAdminServices
{
    public static IServiceCollection AddRegencyAdminPages(this IServiceCollection services) => services.AddScoped<StaffDesk>().AddScoped<AdminDoor>();
}
