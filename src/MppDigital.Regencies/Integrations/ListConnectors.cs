using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Integrations;

/// <summary>How things stand with every outside system, for the regency's admin. Calls nobody.</summary>
public sealed record ListConnectors(StaffMember Staff);

/// <summary>One of them by its name.</summary>
public sealed record ReadConnector(StaffMember Staff, string Connector);

/// <summary>One outside system as this regency uses it. Times and counts are those of the answering server since it started.</summary>
public sealed record ConnectorRow
{
    /// <summary>As in the settings: <c>Oss</c>.</summary>
    public required string Connector { get; init; }

    /// <summary><c>not-connected</c>, <c>closed</c>, <c>open</c> or <c>half-open</c>.</summary>
    public required string State { get; init; }

    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Why the last call without an answer had none: <c>TimedOut</c>; null when there was none.</summary>
    public required Outage? Failure { get; init; }

    public required DateTimeOffset? FailedAt { get; init; }

    public required int CallsLastHour { get; init; }

    /// <summary>Of when the answer is that is shown while the system is silent; null where none is kept.</summary>
    public required DateTimeOffset? RememberedSince { get; init; }

    public required bool CanTry { get; init; }

    /// <summary>Whether the regency may have an agreement of its own here.</summary>
    public required bool CanOwn { get; init; }

    /// <summary>The agreement of its own; null where the nation-wide one counts.</summary>
    public required OwnAgreement? Own { get; init; }

    /// <summary>Of the own agreement; 0 while there is none.</summary>
    public required long Version { get; init; }
}

/// <param name="Address">Empty: where everybody reaches the system.</param>
/// <param name="SecretTail">The last four signs; the rest is never shown again. Empty while there is no secret.</param>
public sealed record OwnAgreement(string Address, string ClientId, string SecretTail, DateTimeOffset? SecretAt, DateTimeOffset ChangedAt);

internal sealed class ListConnectorsHandler(IDbContextFactory<RegencyDbContext> contexts, IEnumerable<IConnector> connectors, CurrentRegency current)
    : IUseCase<ListConnectors, IReadOnlyList<ConnectorRow>>, IUseCase<ReadConnector, ConnectorRow>
{
    public async Task<Outcome<IReadOnlyList<ConnectorRow>>> HandleAsync(ListConnectors input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = await db.OwnAccounts.AsNoTracking().OrderBy(a => a.Connector).Take(50).ToDictionaryAsync(a => a.Connector, ct);
        var rows = new List<ConnectorRow>();
        foreach (var connector in connectors) rows.Add(await RowAsync(connector, own.GetValueOrDefault(connector.Connector), ct));
        return rows;
    }

    public async Task<Outcome<ConnectorRow>> HandleAsync(ReadConnector input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (connectors.FirstOrDefault(c => c.Connector == input.Connector) is not { } connector) return Problems.UnknownConnector;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await RowAsync(connector, await db.OwnAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.Connector == connector.Connector, ct), ct);
    }

    private async Task<ConnectorRow> RowAsync(IConnector connector, OwnAccount? own, CancellationToken ct)
    {
        var look = await connector.LookAsync(ct);
        return new ConnectorRow
        {
            Connector = connector.Connector,
            State = WordOf(look.State),
            AnsweredAt = Here(look.AnsweredAt),
            Failure = look.Failure,
            FailedAt = Here(look.FailedAt),
            CallsLastHour = look.CallsLastHour,
            RememberedSince = Here(connector.RememberedSince(current.Value.Code)),
            CanTry = connector.CanTry,
            CanOwn = connector.Agreement == connector.Connector,
            Own = own is null ? null : new OwnAgreement(own.Address, own.ClientId, own.SecretTail, Here(own.SecretAt), Here(own.ChangedAt)),
            Version = own?.Version ?? 0,
        };
    }

    private DateTimeOffset Here(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), current.Value.Zone);

    private DateTimeOffset? Here(DateTime? utc) => utc is { } instant ? Here(instant) : null;

    private static string WordOf(ConnectorState state) => state switch
    {
        ConnectorState.NotConnected => "not-connected",
        ConnectorState.Closed => "closed",
        ConnectorState.Open => "open",
        _ => "half-open",
    };
}
