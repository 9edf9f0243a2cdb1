using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>
/// How many complaints one network address may send: many people share one, hence not few; each costs an office three days, hence not as many as pages.
/// The address itself is kept nowhere, only its hash under a key that ends with the process.
/// </summary>
internal sealed class FilingLimits(IOptions<LoginOptions> options) : IDisposable
{
    public const int FilingsPerWindow = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = FilingsPerWindow, Window = Window }));

    /// <summary>Null when one more may be sent.</summary>
    public Problem? Refuse(HttpContext http)
    {
        if (!options.Value.LimitAddresses) return null;
        using var lease = limiter.AttemptAcquire(Convert.ToBase64String(HMACSHA256.HashData(key, PartOf(http.Connection.RemoteIpAddress))));
        if (lease.IsAcquired) return null;
        return TooMany(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : Window);
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Of IPv6 the first half: the rest one device chooses as it likes (RFC 4291, 2.5.1).</summary>
    private static byte[] PartOf(IPAddress? address) => address switch
    {
        null => [],
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => address.GetAddressBytes()[..8],
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().GetAddressBytes(),
        _ => address.GetAddressBytes(),
    };

    private static Problem TooMany(TimeSpan wait)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        return new(ProblemKind.TooMany, "too-many-complaints", $"Sudah {FilingsPerWindow} pengaduan dari jaringan internet ini dalam 10 menit. Coba lagi {minutes} menit lagi, pakai jaringan lain, atau datang ke loket.")
        {
            DetailEn = $"{FilingsPerWindow} complaints came from this internet connection within 10 minutes. Try again in {minutes} minutes, use another connection, or come to the counter.",
            RetryAfter = wait,
        };
    }
}
