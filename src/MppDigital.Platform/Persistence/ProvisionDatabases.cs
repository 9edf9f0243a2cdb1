using MppDigital.Platform.UseCases;

namespace MppDigital.Platform.Persistence;

/// <summary>One kind of database and how it comes into being: national, login, regencies, jobs.</summary>
public interface IProvisioningStep
{
    /// <summary>True where the list of regencies must be known first. Those that need it run at the same time after those that do not.</summary>
    bool NeedsRegistry => false;

    /// <summary>What can be made before the list of regencies is known.</summary>
    Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Creates what is missing, migrates what is older. Repeating it changes nothing.</summary>
    Task<IReadOnlyList<ProvisionedDatabase>> RunAsync(ProvisionDatabases order, CancellationToken ct);

    /// <summary>Looks without changing; null when everything is as this program needs it, else what is missing.</summary>
    Task<string?> FindGapAsync(CancellationToken ct);
}

/// <summary>Makes and migrates all databases of the deployment, under a lock, resumable.</summary>
/// <param name="Regencies">Codes to do; null for all.</param>
public sealed record ProvisionDatabases(IReadOnlySet<string>? Regencies = null);

/// <param name="State"><c>created</c>, <c>migrated</c>, <c>current</c> or <c>failed</c></param>
public sealed record ProvisionedDatabase(string Database, string State, string Detail = "");

public sealed record ProvisionReport(IReadOnlyList<ProvisionedDatabase> Databases)
{
    public IEnumerable<ProvisionedDatabase> Failed => Databases.Where(d => d.State == "failed");
}

internal sealed class ProvisionDatabasesHandler(IDatabaseEngine engine, IEnumerable<IProvisioningStep> steps) : IUseCase<ProvisionDatabases, ProvisionReport>
{
    public async Task<Outcome<ProvisionReport>> HandleAsync(ProvisionDatabases input, CancellationToken ct)
    {
        // Two programs that start at once: the second waits and then finds nothing to do.
        await using var turn = await engine.LockAsync("mpp-provision", ct);
        var later = steps.Where(s => s.NeedsRegistry).ToList();
        var preparing = Task.WhenAll(later.Select(s => Task.Run(() => s.PrepareAsync(ct), ct)));
        var done = (await Task.WhenAll(steps.Except(later).Select(s => Task.Run(() => s.RunAsync(input, ct), ct)))).SelectMany(d => d).ToList();
        await preparing;
        done.AddRange((await Task.WhenAll(later.Select(s => Task.Run(() => s.RunAsync(input, ct), ct)))).SelectMany(d => d));
        return new ProvisionReport(done);
    }
}
