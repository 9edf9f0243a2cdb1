using System.Collections.Concurrent;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

/// <summary>One provisioned deployment per engine, shared by all tests of this project, which therefore run one after the other.</summary>
public sealed class Deployments : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<Deployment>> started = new();

    public Task<Deployment> On(string engine) => started.GetOrAdd(engine, StartAsync);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var deployment in started.Values) await (await deployment).DisposeAsync();
    }

    private static async Task<Deployment> StartAsync(string engine)
    {
        var deployment = new Deployment(engine);
        // What an interrupted run left on a server.
        await deployment.DropAllAsync();
        var report = await deployment.ProvisionAsync();
        Assert.Empty(report.Failed);
        return deployment;
    }
}

[CollectionDefinition(Name)]
public sealed class EnginesShareServers : ICollectionFixture<Deployments>
{
    public const string Name = "engines";
}
