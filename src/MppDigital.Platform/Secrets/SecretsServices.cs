using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MppDigital.Platform.Secrets;

public static class SecretsServices
{
    /// <summary>The master key is opened at its first use and not before, so that a start that is refused leaves no folder behind.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddOptions<SecretsOptions>().BindConfiguration("Secrets");
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SecretsOptions>>().Value.MasterKey is { Length: > 0 } setting
            ? MasterKey.FromSetting(setting)
            : MasterKey.Open(Path.Combine(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.DataDirectory, "keys")));
        services.AddSingleton<FieldCipherRing>();
        return services;
    }

    /// <summary>Keys of cookies and tokens as rows of <see cref="IProtectionKeyRows"/>, which the caller registers.</summary>
    public static IServiceCollection AddSharedDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("mpp-digital");
        services.AddOptions<KeyManagementOptions>().Configure<IProtectionKeyRows, MasterKey>((options, rows, master) =>
        {
            options.XmlRepository = new ProtectionKeyRepository(rows);
            options.XmlEncryptor = new MasterKeyXmlEncryptor(master);
        });
        return services;
    }
}
