using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Login.Accounts;
using MppDigital.Platform;

namespace MppDigital.Login.Passkeys;

internal static class PasskeySetup
{
    /// <summary>The framework's own handler of passkeys (WebAuthn Level 3, sections 7.1 and 7.2), and what it needs to find accounts.</summary>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<LoginDbContext>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PlatformOptions>>((passkeys, platform) =>
        {
            var origin = platform.Value.OriginOf("login");
            // The login host alone: a regency's host, or whoever takes one over, can neither make nor ask for a passkey of the nation.
            passkeys.ServerDomain = new Uri(origin).Host;
            passkeys.ValidateOrigin = context => ValueTask.FromResult(context.Origin == origin && !context.CrossOrigin);
            // A finger, a face or the phone's code: the device alone is something that one has, and no second factor.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
    }
}
