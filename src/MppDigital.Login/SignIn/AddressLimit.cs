using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace MppDigital.Login.SignIn;

/// <summary>Slows guessing at many accounts from one network. The limits are wide, because a whole village may share one address.</summary>
internal sealed class AddressLimit(AttemptCounter attempts, IOptions<LoginOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public async Task<bool> IsUsedUpAsync(string what, int limit, IPAddress? address, CancellationToken ct) =>
        options.Value.LimitAddresses && address is not null && await attempts.IsUsedUpAsync($"{what} {NetworkOf(address)}", limit, Window, ct);

    public Task NoteAsync(string what, IPAddress? address, CancellationToken ct) =>
        options.Value.LimitAddresses && address is not null ? attempts.NoteAsync($"{what} {NetworkOf(address)}", Window, ct) : Task.CompletedTask;

    /// <summary>One customer holds a whole /64 of version 6.</summary>
    public static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
