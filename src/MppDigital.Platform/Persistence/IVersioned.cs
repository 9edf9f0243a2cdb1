using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MppDigital.Platform.Persistence;

/// <summary>An aggregate on which two people can meet. The number is ours on every engine and travels as ETag.</summary>
public interface IVersioned
{
    long Version { get; }
}

/// <summary>Raises the version of each changed aggregate; the mapping marks it as concurrency token.</summary>
public sealed class VersionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Raise(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Raise(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Raise(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries<IVersioned>() ?? [])
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                var version = entry.Property(v => v.Version);
                // Stored ones begin at 1, so that 0 can stand for "not stored yet".
                version.CurrentValue = entry.State == EntityState.Added ? 1 : version.OriginalValue + 1;
            }
        }
    }
}
