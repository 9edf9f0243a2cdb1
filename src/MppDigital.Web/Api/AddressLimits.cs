using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>
/// How much one network address may ask: generous, since a whole village may stand behind one address. What is worth guessing (tracking
/// secrets, verification codes) has less. Limits per account and number hold besides.
/// </summary>
internal static class AddressLimits
{
    private const int CallsPerMinute = 1200;
    private const int GuessesPerMinute = 30;

    private static readonly Problem TooMany = new(ProblemKind.TooMany, "too-many-requests", "Terlalu banyak permintaan dari jaringan ini. Tunggu satu menit.") { DetailEn = "Too many requests from this network. Wait a minute.", RetryAfter = TimeSpan.FromMinutes(1) };

    public static IServiceCollection AddAddressLimits(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (context, _) => new ValueTask(TooMany.ToResult().ExecuteAsync(context.HttpContext));
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        if (!context.RequestServices.GetRequiredService<IOptions<LoginOptions>>().Value.LimitAddresses) return RateLimitPartition.GetNoLimiter("");
        // One provider calls back for a whole country from a few addresses; its signature is looked at instead.
        if (context.Request.Path.StartsWithSegments("/api/v1/payments/callback") || context.Request.Path.StartsWithSegments("/api/v1/messages/reports") || context.Request.Path.StartsWithSegments("/api/v1/messages/incoming")) return RateLimitPartition.GetNoLimiter("");
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return IsGuess(context.Request)
            ? RateLimitPartition.GetFixedWindowLimiter($"guess {address}", _ => new FixedWindowRateLimiterOptions { PermitLimit = GuessesPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = CallsPerMinute, Window = TimeSpan.FromMinutes(1) });
    }

    private static bool IsGuess(HttpRequest request) =>
        request.Path.StartsWithSegments("/api/v1/verify") || request.Path.StartsWithSegments("/v") || (HttpMethods.IsPost(request.Method) && (request.Path.StartsWithSegments("/api/v1/tracking") || request.Path.StartsWithSegments("/lacak") || request.Path.StartsWithSegments("/api/v1/complaints") || request.Path.StartsWithSegments("/aduan") || request.Path.StartsWithSegments("/api/v1/surveys") || request.Path.StartsWithSegments("/survei") || request.Path.StartsWithSegments("/pengaduan") || request.Path.StartsWithSegments("/lapor-calo")));
}
