using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace MppDigital.Platform.Persistence;

public static class SchemaMark
{
    private static readonly ConcurrentDictionary<Type, int> Known = new();

    /// <summary>A number that stands for exactly the migrations that this program has for the context; never 0, which is what an unmarked database says.</summary>
    public static int Of(DbContext db) => Known.GetOrAdd(db.GetType(), static (_, context) =>
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', context.Database.GetMigrations())));
        return BinaryPrimitives.ReadInt32BigEndian(hash) | 1;
    }, db);
}
