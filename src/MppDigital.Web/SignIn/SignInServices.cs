using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Platform;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.SignIn;

internal static class SignInServices
{
    /// <summary>Pages of the login host, and the OpenID Connect client of all the others.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication(SignInSchemes.Default)
            .AddPolicyScheme(SignInSchemes.Default, null, o => o.ForwardDefaultSelector = http => BearerHandler.HasToken(http.Request) ? SignInSchemes.Bearer : SignInSchemes.Cookie)
            .AddCookie(SignInSchemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(SignInSchemes.Bearer, null);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, HostCookie>();
        services.AddAntiforgery(o => o.HeaderName = CsrfGuard.Header);
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PlatformOptions>>((options, platform) =>
        {
            options.Cookie.Name = HostCookie.NameFor(platform.Value, "mpp-csrf");
            options.Cookie.SecurePolicy = HostCookie.IsHttps(platform.Value) ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });

        services.AddSingleton<OwnHosts>();
        foreach (var client in (string[])[LoginProvider.HttpClient, LoginServices.NoticesHttpClient])
        {
            services.AddHttpClient(client)
                .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<OwnHosts>().Connecting())
                .AddHttpMessageHandler(provider => provider.GetRequiredService<OwnHosts>().Rewriting());
        }

        services.AddSingleton<RelyingParties>();
        services.AddSingleton<LoginProvider>();
        services.AddSingleton<TokenReader>();
        services.AddSingleton<ProviderCalls>();
        services.AddSingleton<SignInCompletion>();
        services.AddSingleton<SignInState>();
        services.AddSingleton<SessionRenewal>();
        services.AddSingleton<StepUpRule>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<StepUpAnswer>();
        services.AddScoped<PersonOfRequest>();
        services.AddSingleton<TroublePage>(TroubleAnswer.For);
        services.AddHostedService<EndedSessionsWatch>();
        return services;
    }

    /// <summary>After the host is known and before anything is routed.</summary>
    public static IApplicationBuilder UseSignInGuards(this IApplicationBuilder app) => app.UseMiddleware<RequestGuard>();

    /// <summary>After authentication.</summary>
    public static IApplicationBuilder UseCsrfGuard(this IApplicationBuilder app) => app.UseMiddleware<CsrfGuard>();
}
