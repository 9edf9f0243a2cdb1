using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Login.Outside;

internal static class OutsideServices
{
    private const int LargestAnswer = 256 * 1024;

    public static void AddOutsideIdentity(this IServiceCollection services)
    {
        services.AddOptions<OutsideOptions>().BindConfiguration("Login:Outside");
        services.AddSingleton<IValidateOptions<OutsideOptions>, OutsideOptionsCheck>();
        services.AddHttpClient(LoginServices.OutsideHttpClient)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<OutsideOptions>>().Value.Timeout;
                client.MaxResponseContentBufferSize = LargestAnswer;
            })
            // A redirect would carry our proof to an address that nobody wrote down.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        services.AddSingleton<OutsideKey>();
        services.AddSingleton<OutsideProvider>();
        services.AddSingleton<OutsideCalls>();
        services.AddSingleton<OutsideTokenReader>();
        services.AddSingleton<OutsideAttempts>();
        services.AddSingleton<OutsideLinks>();
        services.AddSingleton<OutsideAccounts>();
        services.AddHostedService<OutsideWatch>();
        services.AddUseCase<DescribeOutside, OutsideView, DescribeOutsideHandler>();
        services.AddUseCase<BeginOutsideSignIn, string, BeginOutsideSignInHandler>();
        services.AddUseCase<FinishOutsideSignIn, OutsideStep, FinishOutsideSignInHandler>();
    }
}
