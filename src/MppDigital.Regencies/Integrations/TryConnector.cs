using MppDigital.Connectors;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Integrations;

/// <summary>Asks an outside system one harmless question, within the limits of every call.</summary>
public sealed record TryConnector(StaffMember Staff, string Connector);

/// <param name="Outage">Null: it answered.</param>
public sealed record ConnectorTrial(string Connector, bool Answered, Outage? Outage, DateTimeOffset At);

internal sealed class TryConnectorHandler(IEnumerable<IConnector> connectors, CurrentRegency current, TimeProvider clock) : IUseCase<TryConnector, ConnectorTrial>
{
    public async Task<Outcome<ConnectorTrial>> HandleAsync(TryConnector input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (connectors.FirstOrDefault(c => c.Connector == input.Connector) is not { } connector) return Problems.UnknownConnector;
        if (!connector.CanTry) return Problems.NothingToTry;
        var outage = await connector.TryAsync(current.Value.Code, ct);
        return new ConnectorTrial(connector.Connector, outage is null, outage, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), current.Value.Zone));
    }
}
