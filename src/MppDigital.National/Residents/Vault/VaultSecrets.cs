using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;

namespace MppDigital.National.Residents.Vault;

/// <summary>Seals and opens what the vault holds, under a key that opens nothing else; made at the very first use.</summary>
internal sealed class VaultSecrets(FieldCipherRing ring, MasterKey master, IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine)
{
    public ValueTask<FieldCipher> OpenAsync(CancellationToken ct) => ring.OpenAsync(KeyOwner.Vault, ReadOrMakeAsync, ct);

    /// <summary>Facts belong to an account and to the number it was opened with: whoever's number was put right does not inherit the other person's.</summary>
    public static string NikLookup(FieldCipher cipher, string nik) => cipher.Lookup("nik", nik);

    public static byte[] Seal<T>(FieldCipher cipher, string purpose, T value) => cipher.Encrypt(purpose, JsonSerializer.Serialize(value, JsonSerializerOptions.Web));

    public static T Open<T>(FieldCipher cipher, string purpose, byte[] value) =>
        JsonSerializer.Deserialize<T>(cipher.Decrypt(purpose, value), JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"A stored {purpose} is empty.");

    private async Task<byte[]> ReadOrMakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReadAsync(db, ct) is { } stored) return stored;
        var made = DataKey.CreateWrapped(KeyOwner.Vault, master);
        db.VaultKeys.Add(new VaultKeyRow { WrappedKey = made });
        try
        {
            await db.SaveChangesAsync(ct);
            return made;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another node was first; its key is the one that counts.
            return await ReadAsync(db, ct) ?? throw new InvalidOperationException("The key of the vault was made and is gone.");
        }
    }

    private static Task<byte[]?> ReadAsync(NationalDbContext db, CancellationToken ct) =>
        db.VaultKeys.AsNoTracking().Where(k => k.Id == VaultKeyRow.OnlyId).Select(k => k.WrappedKey).FirstOrDefaultAsync(ct);
}
