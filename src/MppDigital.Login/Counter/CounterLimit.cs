using MppDigital.Login.SignIn;

namespace MppDigital.Login.Counter;

/// <summary>Nobody serves more people in a day than can stand at a counter: an officer's stolen session is worth that many accounts and no more.</summary>
internal sealed class CounterLimit(AttemptCounter attempts)
{
    /// <summary>One every eight minutes through a working day of eight hours.</summary>
    public const int PerDay = 60;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public Task<bool> IsUsedUpAsync(string officer, CancellationToken ct) => attempts.IsUsedUpAsync($"counter {officer}", PerDay, Day, ct);

    public Task NoteAsync(string officer, CancellationToken ct) => attempts.NoteAsync($"counter {officer}", Day, ct);
}
