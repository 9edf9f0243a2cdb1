using System.Threading.RateLimiting;
using MppDigital.Platform.UseCases;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Api;

/// <summary>How much one system may ask, wherever it calls from: a program that runs wild must not slow the people of its regency.</summary>
internal sealed class SystemLimits : IDisposable
{
    public const int CallsPerMinute = 600;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetFixedWindowLimiter(client, _ => new FixedWindowRateLimiterOptions { PermitLimit = CallsPerMinute, Window = TimeSpan.FromMinutes(1) }));

    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.User.HasClaim(c => c.Type == SignInClaims.Regency)) return await next(context);
        return http.RequestServices.GetRequiredService<SystemLimits>().Take(Callers.SubOf(http)) is { } wait ? TooMany(wait).ToResult() : await next(context);
    }

    /// <summary>Null when the call may pass, else how long to wait.</summary>
    public TimeSpan? Take(string client)
    {
        using var lease = limiter.AttemptAcquire(client);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => limiter.Dispose();

    private static Problem TooMany(TimeSpan wait) => new(ProblemKind.TooMany, "too-many-requests", $"Sistem ini sudah mengirim {CallsPerMinute} permintaan dalam satu menit. Tunggu sesuai Retry-After.")
    {
        DetailEn = $"This system has sent {CallsPerMinute} requests within a minute. Wait as Retry-After says.",
        RetryAfter = wait,
    };
}
