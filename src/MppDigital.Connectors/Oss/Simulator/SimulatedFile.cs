namespace MppDigital.Connectors.Oss.Simulator;

/// <summary>One application that the simulator has taken.</summary>
/// <param name="secret">Of the agreement under which it was passed on; null where there was none.</param>
internal sealed class SimulatedFile(string application, string callback, string? secret, string reference, DateTimeOffset at)
{
    public string Application { get; } = application;

    public string Callback { get; } = callback;

    public string? Secret { get; } = secret;

    public string Reference { get; } = reference;

    public string Status { get; private set; } = "received";

    public DateTimeOffset At { get; private set; } = at;

    public string? Nib { get; private set; }

    public void Decide(string status, DateTimeOffset at, string? nib) => (Status, At, Nib) = (status, at, nib);
}
