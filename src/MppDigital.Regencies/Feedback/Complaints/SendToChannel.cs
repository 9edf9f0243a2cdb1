using System.Text.Json;
using MppDigital.Connectors;
using MppDigital.Connectors.Lapor;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>
/// Passes a complaint on to SP4N-LAPOR!, without who wrote it. Whoever dies between its answer and our commit sends it again: our number is the
/// key, and the same reference comes back.
/// </summary>
internal sealed class SendToChannel(ComplaintBook book, LaporClient lapor, RegencySecrets secrets, CurrentRegency current) : IOutboxHandler
{
    public const string PayloadKind = "send-to-lapor";

    public string Kind => PayloadKind;

    public bool AsksOthers => true;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var number = JsonSerializer.Deserialize<string>(payload)!;
        if (await book.ReadAsync(number, ct) is not { State: ComplaintState.Outside, Reference: null } complaint) return;
        var answer = await lapor.ForwardAsync(
            new ForwardedComplaint(
                number, ClassOf(complaint.Class), current.Value.Code.Value, complaint.AboutAgency, secrets.OpenReason(complaint.Title), secrets.OpenReason(complaint.Text), complaint.Who == ComplainantKind.Anonymous, current.Value.At(complaint.ReceivedAt)),
            ct);
        if (answer is not Lookup<Connectors.Lapor.ComplaintState>.Found { Data.Reference: var reference })
            throw new InvalidOperationException($"SP4N-LAPOR! did not take {number}: {(answer as Lookup<Connectors.Lapor.ComplaintState>.Unavailable)?.Reason}. It is sent again.");
        await book.ChangeAsync(number, null, c => c is { State: ComplaintState.Outside, Reference: null } ? null : Problems.IllegalMove, (c, _) => c.Refer(reference), "lapor", ct);
    }

    private static Connectors.Lapor.ComplaintClass ClassOf(ComplaintClass kind) => kind switch
    {
        ComplaintClass.Information => Connectors.Lapor.ComplaintClass.Question,
        ComplaintClass.Aspiration => Connectors.Lapor.ComplaintClass.Aspiration,
        _ => Connectors.Lapor.ComplaintClass.Complaint,
    };
}
