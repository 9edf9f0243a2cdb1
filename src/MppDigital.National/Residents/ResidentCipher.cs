using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;

namespace MppDigital.National.Residents;

/// <summary>Opens the cipher of the national database, and makes its key at the very first use.</summary>
internal sealed class ResidentCipher(FieldCipherRing ring, MasterKey master, IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine)
{
    public ValueTask<FieldCipher> OpenAsync(CancellationToken ct) => ring.OpenAsync(KeyOwner.National, ReadOrMakeAsync, ct);

    private async Task<byte[]> ReadOrMakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReadAsync(db, ct) is { } stored) return stored;
        var made = DataKey.CreateWrapped(KeyOwner.National, master);
        db.ResidentKeys.Add(new ResidentKey { WrappedKey = made });
        try
        {
            await db.SaveChangesAsync(ct);
            return made;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another node was first; its key is the one that counts.
            return await ReadAsync(db, ct) ?? throw new InvalidOperationException("The key of the national database was made and is gone.");
        }
    }

    private static Task<byte[]?> ReadAsync(NationalDbContext db, CancellationToken ct) =>
        db.ResidentKeys.AsNoTracking().Where(k => k.Id == ResidentKey.OnlyId).Select(k => k.WrappedKey).FirstOrDefaultAsync(ct);
}
