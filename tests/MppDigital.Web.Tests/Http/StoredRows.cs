using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Web.Tests.Http;

/// <summary>How many rows each table of a regency holds.</summary>
internal static class StoredRows
{
    // Filled by looking, by failed guesses and by work that is under way: not by what a caller wanted to store.
    private static readonly HashSet<string> NotOfCallers = ["access_log", "tracking_tries", "outbox", "held_facts"];

    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(RunningProgram program, string slug)
    {
        var directory = program.Services.GetRequiredService<ITenantDirectory>();
        await using var scope = program.Services.GetRequiredService<IRegencyScopes>().For(directory.FindBySlug(slug)!.Code);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        await SettleAsync(program, db, directory.FindBySlug(slug)!.Code);
        var counted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Where(t => !NotOfCallers.Contains(t)))
            counted[table] = await db.Database.SqlQueryRaw<int>($"""SELECT COUNT(*) AS "Value" FROM "{table}" """).SingleAsync();
        Assert.True(counted.Count > 10, "The model has hardly any tables.");
        return counted;
    }

    /// <summary>What earlier calls have set going stores rows of its own when it is done; it is let finish, so that it is not taken for what comes after.</summary>
    private static async Task SettleAsync(RunningProgram program, RegencyDbContext db, RegencyCode regency)
    {
        var patience = DateTime.UtcNow.AddSeconds(20);
        // What waits for the morning, so that it disturbs nobody, is not under way.
        while (DateTime.UtcNow is var now && await db.Outbox.AnyAsync(r => r.Attempts == 0 && !r.Parked && r.DueAt <= now))
        {
            Assert.True(DateTime.UtcNow < patience, "The outbox does not come to rest.");
            // What was put off until now is else found by the next look round, within a minute.
            program.Services.GetRequiredService<OutboxSignal>().Raise(regency);
            await Task.Delay(50);
        }
    }

    /// <summary>What the chain of the regency tells, oldest first.</summary>
    /// <param name="kind">Beginning of the action's name.</param>
    public static async Task<IReadOnlyList<string>> AuditAsync(RunningProgram program, string slug, string kind)
    {
        var directory = program.Services.GetRequiredService<ITenantDirectory>();
        await using var scope = program.Services.GetRequiredService<IRegencyScopes>().For(directory.FindBySlug(slug)!.Code);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await db.Set<AuditRow>().AsNoTracking().Where(r => r.Action.StartsWith(kind)).OrderBy(r => r.Sequence).Select(r => r.Action).ToListAsync();
    }
}
