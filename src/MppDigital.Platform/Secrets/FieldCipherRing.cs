using System.Collections.Concurrent;

namespace MppDigital.Platform.Secrets;

/// <summary>Keeps the opened cipher of each database, so that a key is read and unwrapped once per process.</summary>
public sealed class FieldCipherRing(MasterKey master)
{
    private readonly ConcurrentDictionary<KeyOwner, FieldCipher> opened = new();

    /// <param name="readWrapped">Reads the wrapped key that is stored in the owner's own database.</param>
    public async ValueTask<FieldCipher> OpenAsync(KeyOwner owner, Func<CancellationToken, Task<byte[]>> readWrapped, CancellationToken ct) =>
        opened.TryGetValue(owner, out var cipher) ? cipher : opened.GetOrAdd(owner, FieldCipher.Open(await readWrapped(ct), owner, master));

    /// <exception cref="InvalidOperationException">Nobody opened it: the database was not entered before its data was asked for.</exception>
    public FieldCipher For(KeyOwner owner) =>
        opened.TryGetValue(owner, out var cipher) ? cipher : throw new InvalidOperationException($"The data key of {owner} was not opened.");

    /// <summary>After a rotation or a restore: the next use reads the stored key again.</summary>
    public void Forget(KeyOwner owner) => opened.TryRemove(owner, out _);
}
