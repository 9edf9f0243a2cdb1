using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;

namespace MppDigital.Login.Keys;

/// <summary>Opens the cipher of the login database, and makes its key at the very first use.</summary>
internal sealed class LoginCipher(FieldCipherRing ring, MasterKey master, IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine)
{
    public ValueTask<FieldCipher> OpenAsync(CancellationToken ct) => ring.OpenAsync(KeyOwner.Login, ReadOrMakeAsync, ct);

    private async Task<byte[]> ReadOrMakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReadAsync(db, ct) is { } stored) return stored;

        var made = DataKey.CreateWrapped(KeyOwner.Login, master);
        db.Secrets.Add(LoginSecret.Of(made));
        try
        {
            await db.SaveChangesAsync(ct);
            return made;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another node was first; its key is the one that counts.
            return await ReadAsync(db, ct) ?? throw new InvalidOperationException("The key of the login database was made and is gone.");
        }
    }

    private static Task<byte[]?> ReadAsync(LoginDbContext db, CancellationToken ct) =>
        db.Secrets.AsNoTracking().Where(s => s.Id == LoginSecret.OnlyId).Select(s => s.WrappedKey).FirstOrDefaultAsync(ct);
}
