using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.National.Stamps;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;

namespace MppDigital.National.Seeding;

/// <summary>
/// Tells whether the national database already has exactly these files, judged by exactly this program. Reading, checking and comparing them again
/// would take a good part of every start.
/// </summary>
public sealed class SeedMark
{
    private readonly IDbContextFactory<NationalDbContext> contexts;
    private readonly IDatabaseEngine engine;
    private readonly Lazy<Guid> present;

    internal SeedMark(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, IOptions<PlatformOptions> options)
    {
        this.contexts = contexts;
        this.engine = engine;
        present = new Lazy<Guid>(() => Of(options.Value.SeedDirectory));
    }

    public async Task<bool> IsImportedAsync(CancellationToken ct)
    {
        if (!(await engine.ListAsync(ct)).Contains(Databases.National)) return false;
        // An older schema may have no such table. Engines without marks read the seed each time; there it is done by hand, not at a start.
        if (!engine.IsMarked(Databases.National, SchemaMark.Of<NationalDbContext>(engine))) return false;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Stamps.AnyAsync(s => s.Key == StampRow.Seed && s.Value == present.Value, ct);
    }

    internal async Task SetAsync(NationalDbContext db, CancellationToken ct)
    {
        var row = await db.Stamps.SingleOrDefaultAsync(s => s.Key == StampRow.Seed, ct) ?? db.Stamps.Add(new StampRow { Key = StampRow.Seed }).Entity;
        row.Value = present.Value;
        await db.SaveChangesAsync(ct);
    }

    private static Guid Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(SeedMark).Module.ModuleVersionId.ToByteArray());
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var bytes = File.ReadAllBytes(file);
                hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, file)}\n{bytes.Length}\n"));
                hash.AppendData(bytes);
            }
        }

        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
