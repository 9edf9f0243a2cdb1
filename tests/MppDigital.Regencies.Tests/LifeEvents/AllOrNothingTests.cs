using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Audit;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.LifeEvents;

/// <summary>The database refuses one write on the way: then nothing of the filing is there, and the next one has the number that would have been lost.</summary>
public sealed class AllOrNothingTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private readonly Births births = new(regencies);

    // The n-th row of the filing that reaches a table, so that each application is met in its turn.
    [Theory]
    [InlineData("life_event_filings", 1)]
    [InlineData("applications", 1)]
    [InlineData("applications", 2)]
    [InlineData("applications", 3)]
    [InlineData("application_events", 1)]
    [InlineData("application_evidence", 9)]
    [InlineData("name_tokens", 5)]
    [InlineData("life_event_children", 1)]
    [InlineData("life_event_children", 3)]
    [InlineData("outbox", 1)]
    [InlineData("idempotency_keys", 1)]
    public async Task A_fault_at_any_write_leaves_nothing_behind(string table, int row)
    {
        var citizen = Births.Citizen(40);
        var filing = await births.FilingAsync(citizen);
        var first = (await births.FiledAsync(citizen)).Number;
        var before = await StateAsync();
        await using (await BrokenAsync(table, row))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => births.SubmitAsync(filing));
            Assert.Equal(before, await StateAsync());
        }

        var filed = await births.SubmitAsync(filing);
        Assert.Equal(Births.SequenceOf(first) + 4, Births.SequenceOf(filed.Value!.Number));
    }

    private async Task<string> StateAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var rows = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null and not "held_facts"))
            rows.Add($"{entity.GetTableName()} {await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM {entity.GetTableName()}").SingleAsync()}");
        rows.Add($"number {string.Join(' ', await db.NumberSeries.AsNoTracking().Select(s => s.Value).ToListAsync())}");
        rows.Add($"audit {await AuditTrail.FirstBrokenAsync(db, CancellationToken.None)}");
        rows.Add($"figures {(await db.Figures.AsNoTracking().SingleAsync()).Applications}");
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    private async Task<IAsyncDisposable> BrokenAsync(string table, int row)
    {
        var there = await CountAsync(table);
        await SqlAsync($"CREATE TRIGGER broken BEFORE INSERT ON {table} WHEN (SELECT COUNT(*) FROM {table}) >= {there + row - 1} BEGIN SELECT RAISE(ABORT, 'a fault'); END");
        return new Mended(this);
    }

    private async Task<int> CountAsync(string table)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM {table}").SingleAsync();
    }

    private async Task SqlAsync(string sql)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private sealed class Mended(AllOrNothingTests tests) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await tests.SqlAsync("DROP TRIGGER broken");
    }
}
