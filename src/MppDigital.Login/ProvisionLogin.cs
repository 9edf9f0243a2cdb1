using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login;

internal sealed class ProvisionLogin(IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine) : IProvisioningStep
{
    public async Task<IReadOnlyList<ProvisionedDatabase>> RunAsync(ProvisionDatabases order, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [await SchemaUpdate.EnsureAsync(engine, Databases.Login, db, ct)];
    }

    public async Task<string?> FindGapAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await SchemaUpdate.FindGapAsync(engine, Databases.Login, db, ct);
    }
}
