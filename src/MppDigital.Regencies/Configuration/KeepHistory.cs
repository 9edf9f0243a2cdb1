using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Configuration;

/// <summary>Written by the context itself with the change, so that no use case can forget it and neither exists without the other.</summary>
internal static class KeepHistory
{
    /// <summary>Only what somebody decided: such a change brings a line of the audit trail with it, which says who and when.</summary>
    public static void Note(DbContext db)
    {
        var changed = db.ChangeTracker.Entries<IConfigured>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Count == 0 || db.ChangeTracker.Entries<AuditRow>().LastOrDefault(r => r.State == EntityState.Added)?.Entity is not { } decision) return;
        // A save that failed is tried again with the same rows.
        foreach (var stale in db.ChangeTracker.Entries<ConfigurationChange>().Where(e => e.State == EntityState.Added).ToList()) stale.State = EntityState.Detached;
        foreach (var entry in changed)
        {
            var before = entry.State == EntityState.Added ? "" : ConfigurationState.Write(entry.OriginalValues);
            var after = entry.State == EntityState.Deleted ? "" : ConfigurationState.Write(entry.CurrentValues);
            if (before != after) db.Add(new ConfigurationChange { Subject = entry.Entity.Subject, Entity = entry.Metadata.ClrType.Name, At = decision.At, By = decision.Actor, Before = before, After = after });
        }
    }
}
