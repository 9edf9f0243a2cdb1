using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Configuration;

/// <summary>The row that a change tells of, as it is today.</summary>
internal static class ConfiguredRow
{
    /// <summary>By its key, or by whatever else is unique: one that was removed and set again has another key. All rows are read, for settings are few.</summary>
    /// <returns>Null when it was removed.</returns>
    public static async Task<IConfigured?> FindAsync(RegencyDbContext db, ConfigurationChange change, CancellationToken ct)
    {
        var type = TypeOf(db, change);
        var state = ConfigurationState.Values(change.After.Length > 0 ? change.After : change.Before);
        var identities = type.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties).Prepend(type.FindPrimaryKey()!.Properties).ToList();
        foreach (var row in await RowsOf(db, type.ClrType).ToListAsync(ct))
        {
            var values = ConfigurationState.Values(ConfigurationState.Write(db.Entry(row).CurrentValues));
            if (identities.Any(properties => properties.All(p => values[p.Name].ToString() == state[p.Name].ToString()))) return row;
        }

        return null;
    }

    private static IQueryable<IConfigured> RowsOf(RegencyDbContext db, Type type) =>
        (IQueryable<IConfigured>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!;

    /// <summary>Made empty, to be filled from a state; entities are made by their own rules otherwise.</summary>
    public static IConfigured New(RegencyDbContext db, ConfigurationChange change) => (IConfigured)Activator.CreateInstance(TypeOf(db, change).ClrType, nonPublic: true)!;

    private static IEntityType TypeOf(RegencyDbContext db, ConfigurationChange change) =>
        db.Model.GetEntityTypes().Single(t => t.ClrType.Name == change.Entity && t.ClrType.IsAssignableTo(typeof(IConfigured)));
}
