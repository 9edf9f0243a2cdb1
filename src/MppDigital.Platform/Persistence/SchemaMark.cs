using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MppDigital.Platform.Persistence;

public static class SchemaMark
{
    /// <summary>A number that stands for exactly the migrations that this program has for the context on this engine; never 0, which is what an unmarked database says.</summary>
    public static int Of<TContext>(IDatabaseEngine engine) where TContext : DbContext => PerContext<TContext>.Marks.GetOrAdd(engine.GetType().Assembly, static assembly =>
        BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', MigrationsIn<TContext>(assembly))))) | 1);

    /// <summary>Read from the migrations themselves: asking a context for them builds its whole model first, at every start.</summary>
    public static IReadOnlyList<string> MigrationsIn<TContext>(Assembly assembly) where TContext : DbContext =>
        [.. assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext))
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)];

    private static class PerContext<TContext>
    {
        public static readonly ConcurrentDictionary<Assembly, int> Marks = new();
    }
}
