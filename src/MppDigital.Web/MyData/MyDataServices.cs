namespace MppDigital.Web.MyData;

internal static class MyDataServices
{
    public static IServiceCollection AddMyData(this IServiceCollection services)
    {
        services.AddScoped<ResidentCallers>();
        services.AddScoped<FamilyDesk>();
        return services;
    }
}
