using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Steps of a complaint of which somebody may want to hear; who it is, the row does not say.</summary>
/// <param name="From">Sequence of the first event.</param>
/// <param name="To">Of the last.</param>
internal sealed record ComplaintNews(string Number, int From, int To)
{
    public const string PayloadKind = "tell-complainant";

    public OutboxRow ToRow(DateTime now) => new(PayloadKind, JsonSerializer.Serialize(this), now);
}

/// <summary>Tells whoever complained, at the address they left, that something happened: never what was said, only where to read it.</summary>
internal sealed class TellComplainant(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, WriteNotice notices, OutboxSignal signal, RegencySecrets secrets, CurrentRegency current) : IOutboxHandler
{
    private const string Follow = "/aduan/lacak";

    string IOutboxHandler.Kind => ComplaintNews.PayloadKind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var news = JsonSerializer.Deserialize<ComplaintNews>(payload)!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Whoever asked to be forgotten meanwhile has no address any more.
        if (await ComplaintBook.LoadAsync(db, news.Number, ct) is not { Complainant.Length: > 0 } complaint) return;
        var who = secrets.Open<Complainant>("complainant", complaint.Complainant);
        if (ContactWay.Read(who.Contact) is not { Channel: { } channel, To: var to }) return;
        var queued = false;
        foreach (var happened in complaint.Events.Where(e => e.Sequence >= news.From && e.Sequence <= news.To))
        {
            if (EventOf(complaint, happened) is not { } what) continue;
            var facts = new NoticeFacts(complaint.Number, "", "", "", Follow) { Until = complaint.DueOn };
            queued |= await notices.AddToAsync(db, new Notice(SourceOf(happened), what, "", NoticeWeight.Needed, facts), channel, to, who.Language, ct);
        }

        if (!queued) return;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another worker told it at the same moment.
            return;
        }

        signal.Raise(current.Value.Code);
    }

    internal static string SourceOf(ComplaintEvent happened) => $"complaint-{happened.Id:N}";

    /// <returns>Null for what whoever complained did themselves, and for what was overtaken.</returns>
    private static NoticeEvent? EventOf(Complaint complaint, ComplaintEvent happened) => happened.Kind switch
    {
        "received" => NoticeEvent.ComplaintReceived,
        "assigned" or "forwarded" when complaint.Events.First(e => e.Kind is "assigned" or "forwarded").Sequence == happened.Sequence => NoticeEvent.ComplaintAssigned,
        "answered" when complaint.State == ComplaintState.Answered && complaint.DueOn is not null => NoticeEvent.ComplaintAnswered,
        "escalated-head" when !complaint.Events.Any(e => e.Kind == "escalated-ministry") => NoticeEvent.ComplaintEscalated,
        "escalated-ministry" => NoticeEvent.ComplaintEscalated,
        "closed" or "closed-outside" => NoticeEvent.ComplaintClosed,
        _ => null,
    };
}
