using System.Security.Cryptography;
using System.Text;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents;

/// <summary>A creating call names what it makes by its key: sent again it finds that, and needs no table of answers.</summary>
internal static class RepeatedCalls
{
    public static readonly Problem KeyReused = new(ProblemKind.Invalid, "idempotency-key-reused", "Kunci Idempotency-Key ini sudah dipakai untuk isi lain. Pakai kunci baru.") { DetailEn = "This Idempotency-Key was used with another body. Use a new one." };

    /// <param name="key">Null makes something new each time.</param>
    public static Guid IdOf(string sub, string kind, string? key) =>
        key is null ? Guid.CreateVersion7() : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{sub}\n{key}")).AsSpan(0, 16));
}
