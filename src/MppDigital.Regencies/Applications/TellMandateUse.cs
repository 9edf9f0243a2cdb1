using System.Text.Json;
using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications;

/// <summary>Tells the nation what was done under a mandate, so that the person acted for sees every use in one place.</summary>
internal sealed class TellMandateUse(IUseCase<RecordMandateUse, Done> record, CurrentRegency current) : IOutboxHandler
{
    public const string Kind = "tell-mandate-use";

    string IOutboxHandler.Kind => Kind;

    /// <summary>Written in the transaction of the act itself.</summary>
    public static OutboxRow Row(Guid mandate, string number, string service, string action, DateTime now) =>
        new(Kind, JsonSerializer.Serialize(new Payload(mandate, number, service, action, now)), now);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var told = JsonSerializer.Deserialize<Payload>(payload)!;
        await record.HandleAsync(new RecordMandateUse(told.Mandate, current.Value.Code, told.Number, told.Service, told.Action, told.At), ct);
    }

    private sealed record Payload(Guid Mandate, string Number, string Service, string Action, DateTime At);
}
