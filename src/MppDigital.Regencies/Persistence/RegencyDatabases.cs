using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Persistence;

/// <summary>Opens each regency's database once per process: compares its code, unwraps its data key, keeps the options for all later contexts.</summary>
internal sealed class RegencyDatabases(IDatabaseEngine engine, FieldCipherRing ring)
{
    private readonly ConcurrentDictionary<RegencyCode, DbContextOptions<RegencyDbContext>> opened = new();

    public DbContextOptions<RegencyDbContext> OptionsFor(string database) => OptionsFor(engine, database);

    /// <summary>The model is the same for all regencies. Static, for nothing may open a key this early.</summary>
    public static void WarmUpModel(IServiceProvider services)
    {
        using var db = new RegencyDbContext(OptionsFor(services.GetRequiredService<IDatabaseEngine>(), Databases.RegencyTemplate));
        _ = db.Model;
    }

    /// <exception cref="InvalidOperationException">The database says it belongs to another regency.</exception>
    public async ValueTask<DbContextOptions<RegencyDbContext>> OpenAsync(Regency regency, CancellationToken ct)
    {
        if (opened.TryGetValue(regency.Code, out var known)) return known;
        var options = OptionsFor(regency.Database);
        await ring.OpenAsync(KeyOwner.Of(regency.Code), async token =>
        {
            await using var db = new RegencyDbContext(options);
            var identity = await db.Identity.AsNoTracking().SingleAsync(token);
            return identity.Code == regency.Code.Value
                ? identity.WrappedKey
                : throw new InvalidOperationException($"The database opened for {regency.Code} belongs to {identity.Code}.");
        }, ct);
        return opened.GetOrAdd(regency.Code, options);
    }

    private static DbContextOptions<RegencyDbContext> OptionsFor(IDatabaseEngine engine, string database)
    {
        var builder = new DbContextOptionsBuilder<RegencyDbContext>();
        engine.Configure(builder, database);
        return builder.Options;
    }

    public FieldCipher CipherOf(Regency regency) => ring.For(KeyOwner.Of(regency.Code));
}
