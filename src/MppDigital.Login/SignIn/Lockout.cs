using System.Net;
using MppDigital.Login.Accounts;

namespace MppDigital.Login.SignIn;

/// <summary>
/// Slows guessing at one account without locking its owner out: five wrong passwords close the account for the network they came from,
/// twenty for every browser that has not signed in before. A browser that has goes on, within a bound of its own.
/// </summary>
internal sealed class Lockout(AttemptCounter attempts)
{
    public const int PerNetwork = 5;

    public const int PerAccount = 20;

    public const int PerAccountAndDay = 100;

    public const int PerKnownDevice = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AccountWindow = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="who"><see cref="Account.Sub"/>, or what was typed where it names nobody: both cost the same look-ups.</param>
    public async Task<bool> IsClosedAsync(string who, SignInPlace place, CancellationToken ct)
    {
        foreach (var (key, limit, window) in CountersOf(who, place))
        {
            if (await attempts.IsUsedUpAsync(key, limit, window, ct)) return true;
        }

        return false;
    }

    public async Task NoteFailureAsync(string who, SignInPlace place, CancellationToken ct)
    {
        foreach (var (key, _, window) in CountersOf(who, place)) await attempts.NoteAsync(key, window, ct);
    }

    /// <summary>The account-wide counters stay: somebody else's guesses do not become good by the owner's signing in.</summary>
    public Task ForgetFailuresAsync(string who, SignInPlace place, CancellationToken ct) => attempts.ForgetAsync(CountersOf(who, place)[0].Key, ct);

    private static (string Key, int Limit, TimeSpan Window)[] CountersOf(string who, SignInPlace place) => place.KnownDevice is { } device
        ? [($"device {who} {device}", PerKnownDevice, Window)]
        : [($"network {who} {place.Network}", PerNetwork, Window), ($"account {who}", PerAccount, AccountWindow), ($"day {who}", PerAccountAndDay, Day)];
}

/// <summary>Where a sign-in comes from.</summary>
/// <param name="KnownDevice">Set only when this account has signed in there before.</param>
internal sealed record SignInPlace(string Network, string? KnownDevice)
{
    public static SignInPlace Of(IPAddress? address, string? knownDevice) => new(address is null ? "" : AddressLimit.NetworkOf(address), knownDevice);
}
