using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Engines.Tests;

internal static class RegencyAccess
{
    /// <summary>Runs on a context of the regency, each call in a scope of its own as each request has.</summary>
    public static async Task<T> InAsync<T>(this IServiceProvider process, Regency regency, Func<RegencyDbContext, Task<T>> work)
    {
        await using var scope = process.GetRequiredService<IRegencyScopes>().For(regency.Code);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    /// <summary>The same piece of work by several writers at once, each several times.</summary>
    public static async Task<IReadOnlyList<T>> InParallelAsync<T>(int writers, int times, Func<int, Task<T>> work)
    {
        var done = await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            var results = new List<T>();
            for (var i = 0; i < times; i++) results.Add(await Task.Run(() => work(writer)));
            return results;
        }));
        return [.. done.SelectMany(r => r)];
    }
}
