using MppDigital.Platform.Events;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Access;

/// <summary>Writes a look down in the caller's save, with the order to tell the person: neither exists without the other.</summary>
internal static class AccessBook
{
    public static void Note(RegencyDbContext db, AccessRow row)
    {
        db.AccessLog.Add(row);
        // The same order for all: however many looks wait, they go together.
        db.Outbox.Add(new OutboxRow(SendAccess.Kind, "{}", row.At));
    }
}
