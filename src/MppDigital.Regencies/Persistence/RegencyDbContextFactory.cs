using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Persistence;

/// <summary>Contexts of the current regency. Throws when it is resolved outside one: there is no default tenant.</summary>
internal sealed class RegencyDbContextFactory : IDbContextFactory<RegencyDbContext>
{
    private readonly Regency regency;
    private readonly RegencyDatabases databases;

    public RegencyDbContextFactory(CurrentRegency current, RegencyDatabases databases)
    {
        regency = current.Value;
        this.databases = databases;
    }

    public RegencyDbContext CreateDbContext() => throw new NotSupportedException("Use CreateDbContextAsync: the first use of a regency reads its identity.");

    public async Task<RegencyDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        new(await databases.OpenAsync(regency, cancellationToken));
}
