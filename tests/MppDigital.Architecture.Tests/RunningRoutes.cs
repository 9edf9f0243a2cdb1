using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using MppDigital.Web.Starting;

namespace MppDigital.Architecture.Tests;

/// <summary>The endpoints of the whole program, put together as at a start that stops before anything is opened.</summary>
public sealed class RunningRoutes : IAsyncLifetime
{
    private WebApplication? app;

    public IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = [];

    public Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Platform:DataDirectory"] = Path.Combine(Path.GetTempPath(), "mpp-never-made"),
            ["Platform:SeedDirectory"] = Path.Combine(Repository.Root, "tenants-seed"),
        });
        builder.AddMppDigital();
        app = builder.Build();
        app.UseMppDigital();
        Endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();
}
