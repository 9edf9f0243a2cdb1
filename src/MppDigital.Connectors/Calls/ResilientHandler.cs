using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MppDigital.Connectors.Calls;

/// <summary>From the outside in: total time, retries, circuit breaker, time of one try. One pipeline per address, so that all calls there share its circuit.</summary>
internal sealed class ResilientHandler(string connector, CallLanes lanes) : DelegatingHandler
{
    private const long LargestAnswer = 1 << 20;

    /// <summary>Set on a POST that only asks: a look-up by NIK must not put the NIK into a URL, and may still be repeated.</summary>
    public static readonly HttpRequestOptionsKey<bool> OnlyAsks = new("MppDigital.OnlyAsks");

    private static readonly ResiliencePropertyKey<bool> Repeatable = new("repeatable");

    /// <param name="tried">Told after each try whether it failed.</param>
    /// <param name="opened">Told for how long the circuit is open now.</param>
    public static ResiliencePipeline<HttpResponseMessage> PipelineFor(ConnectorOptions options, CircuitBreakerStateProvider state, Action<bool> tried, Action<TimeSpan> opened)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(options.TotalTimeout);
        if (options.Retries > 0) builder.AddRetry(RetryOf(options));
        return builder.AddCircuitBreaker(BreakerOf(options, state, tried, opened)).AddTimeout(options.TryTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Repeatable, request.Method == HttpMethod.Get || (request.Options.TryGetValue(OnlyAsks, out var asks) && asks));
            return await lanes.Of(connector, request.RequestUri!).Pipeline.ExecuteAsync(async (tried, _) => await SendOnceAsync(request, tried.CancellationToken), context, request);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var response = await base.SendAsync(request, ct);

        // Read here, inside the time limit of this try: a register that sends its headers and then falls silent must not hold the caller.
        await response.Content.LoadIntoBufferAsync(LargestAnswer, ct);
        return response;
    }

    private static RetryStrategyOptions<HttpResponseMessage> RetryOf(ConnectorOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        ShouldHandle = tried => ValueTask.FromResult(tried.Context.Properties.GetValue(Repeatable, false) && Failed(tried.Outcome)),
        OnRetry = tried =>
        {
            tried.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> BreakerOf(ConnectorOptions options, CircuitBreakerStateProvider state, Action<bool> tried, Action<TimeSpan> opened) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = options.BreakAfter,
        SamplingDuration = TimeSpan.FromSeconds(10),
        BreakDuration = options.BreakFor,
        StateProvider = state,
        ShouldHandle = one =>
        {
            // Somebody who went away says nothing about the register.
            if (one.Outcome.Exception is not OperationCanceledException) tried(Failed(one.Outcome));
            return ValueTask.FromResult(Failed(one.Outcome));
        },
        OnOpened = now =>
        {
            opened(now.BreakDuration);
            return ValueTask.CompletedTask;
        },
    };

    private static bool Failed(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException
        || outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests };
}
