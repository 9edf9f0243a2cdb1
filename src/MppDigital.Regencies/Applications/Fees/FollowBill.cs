using System.Text.Json;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Payments;

namespace MppDigital.Regencies.Applications.Fees;

/// <summary>A bill was paid: the application is read, and reading it writes down what follows.</summary>
internal sealed class FollowBill(ReadTruth truth) : IOutboxHandler
{
    public string Kind => BillSettled.Kind;

    public Task HandleAsync(string payload, CancellationToken ct) => truth.OfAsync(JsonSerializer.Deserialize<BillSettled>(payload)!.Number, ct);
}
