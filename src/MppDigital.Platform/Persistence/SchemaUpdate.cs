using Microsoft.EntityFrameworkCore;

namespace MppDigital.Platform.Persistence;

public static class SchemaUpdate
{
    /// <summary>Creates the database when it is missing and brings its schema to this program's.</summary>
    public static async Task<ProvisionedDatabase> EnsureAsync<TContext>(IDatabaseEngine engine, string database, TContext db, CancellationToken ct) where TContext : DbContext
    {
        var created = !(await engine.ListAsync(ct)).Contains(database);
        var mark = SchemaMark.Of<TContext>(engine);
        if (!created && engine.IsMarked(database, mark)) return new ProvisionedDatabase(database, "current");
        if (created) await engine.CreateAsync(database, ct);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Any();
        if (pending) await db.Database.MigrateAsync(ct);
        await engine.MarkAsync(database, mark, ct);
        return new ProvisionedDatabase(database, created ? "created" : pending ? "migrated" : "current");
    }

    public static async Task<string?> FindGapAsync(IDatabaseEngine engine, string database, DbContext db, CancellationToken ct) =>
        !(await engine.ListAsync(ct)).Contains(database) ? $"{database} does not exist"
        : (await db.Database.GetPendingMigrationsAsync(ct)).Any() ? $"the schema of {database} is older than this program"
        : null;
}
