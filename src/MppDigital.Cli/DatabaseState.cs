using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace MppDigital.Cli;

/// <param name="State"><c>sound</c>, <c>missing</c>, <c>old-schema</c> or <c>broken</c></param>
internal sealed record DatabaseState(string Database, string State, string Detail = "")
{
    public const string Sound = "sound";
    public const string Missing = "missing";

    public static async Task<DatabaseState> OfAsync(string database, IReadOnlySet<string> existing, Func<Task<DbContext>> open, CancellationToken ct)
    {
        if (!existing.Contains(database)) return new DatabaseState(database, Missing);
        try
        {
            await using var db = await open();
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
            return pending == 0 ? new DatabaseState(database, Sound) : new DatabaseState(database, "old-schema", $"{pending} migrasi menunggu");
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or CryptographicException)
        {
            return new DatabaseState(database, "broken", e.Message.ReplaceLineEndings(" "));
        }
    }
}
