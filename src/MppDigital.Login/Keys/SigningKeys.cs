using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;

namespace MppDigital.Login.Keys;

/// <summary>
/// The issuer's keys. There is one issuer for the whole nation, so the copy in memory belongs to no tenant; it is dropped after a
/// minute, and a new key is announced for two weeks, so that no node and no host meets a signature it cannot check.
/// </summary>
internal sealed class SigningKeys(IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, LoginCipher cipher, TimeProvider clock) : IDisposable
{
    public static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];

    private static readonly TimeSpan CopyLifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim loading = new(1, 1);

    private volatile Copy copy = new([], DateTime.MinValue);

    public async ValueTask<SigningCredentials> CredentialsAsync(string algorithm, CancellationToken ct)
    {
        var keys = await LoadAsync(ct);
        // Looked at after loading: a key made just now signs from just now.
        var now = clock.GetUtcNow().UtcDateTime;
        var current = keys.Where(k => k.Row.Algorithm == algorithm && k.Row.SignsFrom <= now).MaxBy(k => k.Row.SignsFrom)
            ?? throw new InvalidOperationException($"There is no key for {algorithm}.");
        return new SigningCredentials(current.Key, algorithm);
    }

    /// <summary>Announced, signing and retiring keys: all that a host may need to check a token.</summary>
    public async ValueTask<IReadOnlyList<SecurityKey>> PublishedAsync(CancellationToken ct) =>
        [.. (await LoadAsync(ct)).Select(k => k.Key)];

    public void Dispose() => loading.Dispose();

    private async ValueTask<IReadOnlyList<Loaded>> LoadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var known = copy;
        if (known.Until > now) return known.Keys;

        await loading.WaitAsync(ct);
        try
        {
            if (copy.Until > now) return copy.Keys;
            var rows = await ReadAsync(now, ct);
            if (Missing(rows, now).Count > 0) rows = await RotateAsync(now, ct);
            var opener = await cipher.OpenAsync(ct);
            copy = new Copy([.. rows.Select(r => new Loaded(r, Open(r, opener)))], now + CopyLifetime);
            return copy.Keys;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<List<SigningKey>> ReadAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SigningKeys.AsNoTracking().Where(k => k.RetiresAt > now).OrderBy(k => k.SignsFrom).ThenBy(k => k.Kid).Take(20).ToListAsync(ct);
    }

    /// <summary>One node makes the successors; the others wait for the lock and find them.</summary>
    private async Task<List<SigningKey>> RotateAsync(DateTime now, CancellationToken ct)
    {
        await using var held = await engine.LockAsync("login-keys", ct);
        var rows = await ReadAsync(now, ct);
        var sealer = await cipher.OpenAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var (algorithm, signsFrom) in Missing(rows, now))
        {
            var made = Make(algorithm, signsFrom, sealer);
            db.SigningKeys.Add(made);
            rows.Add(made);
        }

        await db.SaveChangesAsync(ct);
        return rows;
    }

    private static List<(string Algorithm, DateTime SignsFrom)> Missing(List<SigningKey> rows, DateTime now)
    {
        var missing = new List<(string, DateTime)>();
        foreach (var algorithm in Algorithms)
        {
            var newest = rows.Where(r => r.Algorithm == algorithm).MaxBy(r => r.SignsFrom);
            if (newest is null || newest.SignsUntil <= now) missing.Add((algorithm, now));
            else if (newest.SignsUntil - SigningKey.AnnouncedBefore <= now) missing.Add((algorithm, newest.SignsUntil));
        }

        return missing;
    }

    private static SigningKey Make(string algorithm, DateTime signsFrom, FieldCipher sealer)
    {
        var kid = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(12));
        using AsymmetricAlgorithm pair = algorithm == SecurityAlgorithms.EcdsaSha256 ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        return SigningKey.Of(kid, algorithm, sealer.Encrypt(Purpose(kid), pair.ExportPkcs8PrivateKey()), signsFrom);
    }

    private static SecurityKey Open(SigningKey row, FieldCipher opener)
    {
        var secret = opener.DecryptBytes(Purpose(row.Kid), row.SealedPrivateKey);
        try
        {
            if (row.Algorithm == SecurityAlgorithms.EcdsaSha256)
            {
                var ec = ECDsa.Create();
                ec.ImportPkcs8PrivateKey(secret, out _);
                return new ECDsaSecurityKey(ec) { KeyId = row.Kid };
            }

            var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(secret, out _);
            return new RsaSecurityKey(rsa) { KeyId = row.Kid };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static string Purpose(string kid) => $"signing-key:{kid}";

    private sealed record Loaded(SigningKey Row, SecurityKey Key);

    private sealed record Copy(IReadOnlyList<Loaded> Keys, DateTime Until);
}
