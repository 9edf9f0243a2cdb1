using Polly;
using Polly.CircuitBreaker;

namespace MppDigital.Connectors.Calls;

/// <summary>The way to one address of one system: its limits, its circuit, and whether it can be relied on just now.</summary>
internal sealed class Lane
{
    private readonly CircuitBreakerStateProvider circuit = new();
    private volatile bool lastTryFailed;
    private long openUntil;

    public Lane(ConnectorOptions options) => Pipeline = ResilientHandler.PipelineFor(options, circuit, Tried, Opened);

    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }

    /// <summary>The last try failed: whoever has a citizen waiting does not wait for the next one to find out.</summary>
    public bool IsDoubtful => lastTryFailed;

    /// <summary>Polly moves on only with the next call; an open circuit whose time is up lets that one through, and so it is half open.</summary>
    public ConnectorState State => circuit.CircuitState switch
    {
        CircuitState.Closed => ConnectorState.Closed,
        CircuitState.Open when Environment.TickCount64 < Volatile.Read(ref openUntil) => ConnectorState.Open,
        _ => ConnectorState.HalfOpen,
    };

    private void Tried(bool failed) => lastTryFailed = failed;

    private void Opened(TimeSpan length) => Volatile.Write(ref openUntil, Environment.TickCount64 + (long)length.TotalMilliseconds);
}

/// <summary>Whether calls go through.</summary>
public enum ConnectorState
{
    /// <summary>No address: nobody is called.</summary>
    NotConnected,

    /// <summary>Calls go through.</summary>
    Closed,

    /// <summary>It failed so often that nobody calls for a moment.</summary>
    Open,

    /// <summary>The next call finds out whether it is back.</summary>
    HalfOpen,
}
