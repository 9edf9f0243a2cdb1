using MppDigital.Connectors.Messages;

namespace MppDigital.Regencies.Contacts;

/// <summary>Whoever holds this phone answered <c>stop</c>: the channel stays silent, whichever account names the number.</summary>
internal sealed class StoppedPhone
{
    public required string PhoneLookup { get; init; }

    public required MessageChannel Channel { get; init; }

    public required DateTime At { get; init; }
}
