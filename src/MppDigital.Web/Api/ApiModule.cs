using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using MppDigital.Web.Hosts;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Api;

internal static class ApiPolicies
{
    /// <summary>A signed-in person; whether it is a citizen with a NIK is asked when the NIK is needed.</summary>
    public const string Citizen = "api-citizen";

    /// <summary>A signed-in person; which seats they hold is asked of the regency's own database.</summary>
    public const string Staff = "api-staff";

    /// <summary>A system of this regency that was given <c>mpp.changes</c>.</summary>
    public const string Changes = "api-changes";
}

internal static class ApiModule
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddScoped<Callers>();
        services.AddScoped<Acting>();
        services.AddApiDocument();
        services.AddAddressLimits();
        services.AddSingleton<SystemLimits>();
        services.AddSingleton<IAuthorizationPolicyProvider, PoliciesPerRequest>();
        services.AddSingleton<FilingLimits>();
        services.AddAuthorizationBuilder()
            .AddPolicy(ApiPolicies.Citizen, p => p.RequireAuthenticatedUser())
            .AddPolicy(ApiPolicies.Staff, p => p.RequireAuthenticatedUser())
            .AddPolicy(ApiPolicies.Changes, p => p.RequireAuthenticatedUser().RequireAssertion(c => IsSystemWith(c.User, "mpp.changes")))
            // Deny by default: an endpoint without a policy asks for a signed-in person.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    // That it is this regency's system was seen when its token was read.
    private static bool IsSystemWith(ClaimsPrincipal user, string scope) =>
        user.HasClaim(c => c.Type == SignInClaims.Regency) && user.FindFirst(SignInClaims.Scope)?.Value.Split(' ').Contains(scope) is true;

    public static void MapApi(this WebApplication app)
    {
        var hosts = app.Services.GetRequiredService<HostTable>();
        var regency = app.MapGroup("/api/v1").RequireHost(hosts.AnyRegency).DisableAntiforgery().WithGroupName(ApiDocument.Regency).AddEndpointFilter(SystemLimits.FilterAsync);
        ChangesApi.Map(regency);
        ServicesApi.Map(regency);
        ApplicationsApi.Map(regency);
        ComplaintsApi.Map(regency);
        PaymentsApi.Map(regency);
        FinanceApi.Map(regency);
        ConnectorsApi.Map(regency);
        HandoffsApi.Map(regency);
        MessagesApi.Map(regency);
        WebhooksApi.Map(regency);
        LifeEventsApi.Map(regency);
        OfficerApi.Map(regency);
        VoiceDeskApi.Map(regency);
        HallApi.Map(regency);
        SigningApi.Map(regency);
        AdminApi.Map(regency);
        VisitsApi.Map(regency);
        PlacesApi.Map(regency);
        PerformanceApi.Map(regency);
        SurveysApi.Map(regency);
        ConsentsApi.Map(regency);
        var national = app.MapGroup("/api/v1").RequireHost(hosts.Portal).DisableAntiforgery().WithGroupName(ApiDocument.National);
        NationalApi.Map(national);
        MyVaultApi.Map(national);
        MandatesApi.Map(national);
        DataRequestsApi.Map(national);
        var ministry = app.MapGroup("/api/v1").RequireHost(hosts.Ministry).DisableAntiforgery().WithGroupName(ApiDocument.Ministry);
        MinistryApi.Map(ministry);
        CatalogApi.Map(ministry);
        app.MapApiDocument();
        app.MapGet("/api/v1/csrf", CsrfGuard.Token).AllowAnonymous().WithTags("Sesi");
    }
}
