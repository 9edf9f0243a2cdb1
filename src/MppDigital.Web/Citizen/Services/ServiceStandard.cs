using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.National.Seeding;
using MppDigital.Platform;

namespace MppDigital.Web.Citizen.Services;

/// <summary>The 14 components that every service standard must publish (UU 25/2009 art. 21), read once.</summary>
internal sealed class ServiceStandard(IOptions<PlatformOptions> options)
{
    private readonly Lazy<IReadOnlyList<StandardComponent>> components = new(() => StandardComponents.Read(options.Value.SeedDirectory));

    public IReadOnlyList<StandardComponent> Components => components.Value;
}
