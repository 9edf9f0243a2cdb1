using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Voice;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Tells the ministry of a complaint that reached it: class, ages and state; of the text only what the regency wrote for it.</summary>
internal sealed class SendEscalated(IDbContextFactory<RegencyDbContext> contexts, IUseCase<PushEscalated, Done> push, RegencySecrets secrets, CurrentRegency current) : IOutboxHandler
{
    public const string PayloadKind = "send-escalated-complaint";

    public string Kind => PayloadKind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var number = JsonSerializer.Deserialize<string>(payload)!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ComplaintBook.LoadAsync(db, number, ct) is not { } complaint || complaint.Events.FirstOrDefault(e => e.Kind == "escalated-ministry") is not { } escalated) return;
        var pushed = await push.HandleAsync(new PushEscalated(
            current.Value.Code, number, complaint.Version, ComplaintWords.Wire(complaint.Class), ComplaintWords.Wire(complaint.State), complaint.ReceivedAt, escalated.At, complaint.ClosedAt, secrets.OpenReason(complaint.Summary)), ct);
        if (!pushed.Succeeded) throw new InvalidOperationException($"An escalated complaint was refused: {pushed.Problem.Code}");
    }
}
