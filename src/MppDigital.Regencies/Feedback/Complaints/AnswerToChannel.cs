using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Lapor;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>An answer to a complaint that SP4N-LAPOR! gave; its writer reads it there.</summary>
/// <param name="Sequence">Of the event that holds the answer.</param>
internal sealed record ChannelAnswer(string Number, int Sequence)
{
    public const string PayloadKind = "answer-to-lapor";

    public OutboxRow ToRow(DateTime now) => new(PayloadKind, JsonSerializer.Serialize(this), now);
}

/// <summary>Sends an answer back, however often it is tried: the channel knows it by reference and sequence.</summary>
internal sealed class AnswerToChannel(IDbContextFactory<RegencyDbContext> contexts, LaporClient lapor, RegencySecrets secrets, CurrentRegency current) : IOutboxHandler
{
    string IOutboxHandler.Kind => ChannelAnswer.PayloadKind;

    bool IOutboxHandler.AsksOthers => true;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var answer = JsonSerializer.Deserialize<ChannelAnswer>(payload)!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ComplaintBook.LoadAsync(db, answer.Number, ct) is not { FromOutside: true, Reference: { } reference } complaint || complaint.Events.FirstOrDefault(e => e.Sequence == answer.Sequence) is not { Kind: "answered" } said) return;
        if (await lapor.AnswerAsync(reference, answer.Number, answer.Sequence, secrets.OpenReason(said.Text), current.Value.At(said.At), ct) is Lookup<Connectors.Lapor.ComplaintState>.Unavailable outage)
            throw new InvalidOperationException($"SP4N-LAPOR! did not take the answer to {answer.Number}: {outage.Reason}. It is sent again.");
    }
}
