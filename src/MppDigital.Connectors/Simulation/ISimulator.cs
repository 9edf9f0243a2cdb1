namespace MppDigital.Connectors.Simulation;

/// <summary>A register that runs in this process and knows invented people only.</summary>
public interface ISimulator : IAsyncDisposable
{
    /// <summary>A loopback address, known once it runs.</summary>
    Uri Address { get; }
}
