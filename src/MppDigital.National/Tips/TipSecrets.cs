using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;

namespace MppDigital.National.Tips;

/// <summary>The key of the tip line, made at the very first use. It opens nothing else, and nothing else opens what it sealed.</summary>
internal sealed class TipSecrets(FieldCipherRing ring, MasterKey master, IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine)
{
    public const string Content = "tip";

    // Crockford's base 32, as all codes that people read to each other.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public ValueTask<FieldCipher> OpenAsync(CancellationToken ct) => ring.OpenAsync(KeyOwner.Tips, ReadOrMakeAsync, ct);

    /// <summary>Made from the key of the form, so that a tip sent twice is one and gets the same answer, and nothing about its sender has to be kept for that.</summary>
    public static string CodeOf(FieldCipher cipher, string purpose, string key, int length) =>
        string.Concat(Base64Url.DecodeFromChars(cipher.Lookup(purpose, key)).Take(length).Select(b => Alphabet[b & 31]));

    public static string SecretHash(FieldCipher cipher, string number, string secret) => cipher.Lookup("tip-secret", $"{number}:{secret}");

    private async Task<byte[]> ReadOrMakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReadAsync(db, ct) is { } stored) return stored;
        var made = DataKey.CreateWrapped(KeyOwner.Tips, master);
        db.TipKeys.Add(new TipKeyRow { WrappedKey = made });
        try
        {
            await db.SaveChangesAsync(ct);
            return made;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another node was first; its key is the one that counts.
            return await ReadAsync(db, ct) ?? throw new InvalidOperationException("The key of the tip line was made and is gone.");
        }
    }

    private static Task<byte[]?> ReadAsync(NationalDbContext db, CancellationToken ct) =>
        db.TipKeys.AsNoTracking().Where(k => k.Id == TipKeyRow.OnlyId).Select(k => k.WrappedKey).FirstOrDefaultAsync(ct);
}
