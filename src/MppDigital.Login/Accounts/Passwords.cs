using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Accounts;

/// <summary>
/// The one place where passwords are hashed. A hash costs a core for a tenth of a second: as many run at once as there are cores, a few
/// wait, and whoever comes after them is asked to come again instead of making everybody fail.
/// </summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>The last in line waits a second or two.</summary>
    private const int WaitingPerCore = 16;

    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(10);

    private readonly IPasswordHasher<Account> hasher;
    private readonly ConcurrencyLimiter line;

    /// <summary>A hash of nothing in particular: an unknown name costs the same time as a wrong password.</summary>
    private readonly Lazy<string> decoy;

    public Passwords(IPasswordHasher<Account> hasher)
        : this(hasher, Environment.ProcessorCount, WaitingPerCore * Environment.ProcessorCount)
    {
    }

    internal Passwords(IPasswordHasher<Account> hasher, int atOnce, int waiting)
    {
        this.hasher = hasher;
        line = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        decoy = new Lazy<string>(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));
    }

    public async ValueTask<Outcome<string>> HashAsync(string password, CancellationToken ct)
    {
        using var place = await line.AcquireAsync(1, ct);
        return place.IsAcquired ? hasher.HashPassword(null!, password) : Problems.Overloaded(ComeAgain);
    }

    /// <param name="hash">Null where there is no account or no password: the answer is no, after the same work.</param>
    public async ValueTask<Outcome<bool>> VerifyAsync(string? hash, string password, CancellationToken ct)
    {
        using var place = await line.AcquireAsync(1, ct);
        if (!place.IsAcquired) return Problems.Overloaded(ComeAgain);
        // Made at the first try of all, not at the first one that needs it: else that one would take twice as long.
        var standIn = decoy.Value;
        var shortened = password[..Math.Min(password.Length, PasswordRules.Longest)];
        var fits = hasher.VerifyHashedPassword(null!, hash ?? standIn, shortened) != PasswordVerificationResult.Failed;
        return fits && hash is not null && shortened.Length == password.Length;
    }

    public void Dispose() => line.Dispose();
}
