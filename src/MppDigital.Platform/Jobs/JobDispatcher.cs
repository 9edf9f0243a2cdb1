using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Jobs;

/// <summary>Opens the scope, enters the regency, finds the handler: the same for every engine.</summary>
internal sealed class JobDispatcher(IServiceScopeFactory scopes, IRegencyScopes regencies)
{
    public async Task RunAsync(JobRequest request, CancellationToken ct)
    {
        // The regency is entered before the handler is resolved: its database factory throws otherwise.
        await using var scope = request.Regency is { } code ? regencies.For(RegencyCode.Parse(code)) : scopes.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().SingleOrDefault(h => h.Kind == request.Kind)
            ?? throw new InvalidOperationException($"No handler for jobs of kind {request.Kind}.");
        await handler.RunAsync(request.Payload, ct);
    }
}
