using Microsoft.Extensions.DependencyInjection;

namespace MppDigital.Platform.Tenancy;

/// <summary>Opens a scope inside a regency, for jobs, commands and tests; requests are entered by the host middleware.</summary>
public interface IRegencyScopes
{
    /// <exception cref="InvalidOperationException">The registry has no such regency.</exception>
    AsyncServiceScope For(RegencyCode code);
}

internal sealed class RegencyScopes(IServiceScopeFactory scopes, ITenantDirectory directory) : IRegencyScopes
{
    public AsyncServiceScope For(RegencyCode code)
    {
        var regency = directory.Find(code) ?? throw new InvalidOperationException($"The registry has no regency {code}.");
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegency>().Enter(regency);
        return scope;
    }
}
