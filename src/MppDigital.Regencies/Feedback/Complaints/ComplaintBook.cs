using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>What every look at a complaint and every step of one have in common: the days are settled first, one transaction, one chain, whoever has to hear of it.</summary>
internal sealed class ComplaintBook(IDbContextFactory<RegencyDbContext> contexts, LegalDates dates, OutboxSignal signal, IDatabaseEngine engine, CurrentRegency current, TimeProvider clock)
{
    /// <summary>Actor of the chain for a citizen, whoever they are.</summary>
    public const string Citizen = "citizen";

    public static Task<Complaint?> LoadAsync(RegencyDbContext db, string number, CancellationToken ct) =>
        db.Complaints.Include(c => c.Events.OrderBy(e => e.Sequence)).Include(c => c.Files.OrderBy(f => f.At).ThenBy(f => f.Id)).SingleOrDefaultAsync(c => c.Number == number, ct);

    /// <summary>As the days have left it by now; what they brought is written down on the way.</summary>
    public async Task<Complaint?> ReadAsync(string number, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var complaint = await LoadAsync(db, number, ct);
            if (complaint is null || !ComplaintTerms.HasLapsed(complaint, Now)) return complaint;
        }

        await ChangeAsync(number, null, _ => null, (_, _) => { }, "law", ct);
        await using var fresh = await contexts.CreateDbContextAsync(ct);
        return await LoadAsync(fresh, number, ct);
    }

    /// <param name="version">As whoever changes it saw it; null where no second person can have been meant.</param>
    /// <param name="actor">For the chain: a <c>sub</c>, or <see cref="Citizen"/>.</param>
    public async Task<Outcome<Complaint>> ChangeAsync(string number, long? version, Func<Complaint, Problem?> refusal, Action<Complaint, DateTime> change, string actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LoadAsync(db, number, ct) is not { } complaint) return Problems.Unknown;
        var (now, calendar, told) = (Now, await dates.CalendarAsync(db, ct), complaint.Events.Count);
        Problem? refused = null;
        if (ComplaintTerms.Settle(calendar, current.Value.Zone, complaint, now))
        {
            // The days were first: what they brought is kept, and whoever came too late is told so.
            refused = actor == "law" ? null : Problems.Stale;
        }
        else
        {
            refused = version is { } seen && seen != complaint.Version ? Problems.Stale : refusal(complaint);
            if (refused is not null) return refused;
            change(complaint, now);
            ComplaintTerms.SetDue(calendar, current.Value.Zone, complaint);
        }

        await AuditTrail.AppendAllAsync(db, [.. complaint.Events.Skip(told).Select(e => new AuditLine(number, $"complaint-{e.Kind}", e.ActorKind == ComplaintActor.Law ? "law" : actor, "{}"))], now, ct);
        Tell(db, complaint, told, now);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            return Problems.Stale;
        }

        signal.Raise(current.Value.Code);
        return refused is null ? complaint : refused;
    }

    /// <summary>Whoever complained and left an address hears of each step, the ministry of what reached it, the national channel of what was passed on to it.</summary>
    /// <param name="told">How many events were there before.</param>
    public static void Tell(RegencyDbContext db, Complaint complaint, int told, DateTime now)
    {
        var payload = JsonSerializer.Serialize(complaint.Number);
        if (complaint.Complainant.Length > 0 && complaint.Events.Count > told) db.Outbox.Add(new ComplaintNews(complaint.Number, told + 1, complaint.Events.Count).ToRow(now));
        if (complaint.FromOutside && complaint.Events.Skip(told).LastOrDefault(e => e.Kind == "answered") is { } answer) db.Outbox.Add(new ChannelAnswer(complaint.Number, answer.Sequence).ToRow(now));
        if (complaint.Level == ComplaintLevel.Ministry) db.Outbox.Add(new OutboxRow(SendEscalated.PayloadKind, payload, now));
        if (complaint is { State: ComplaintState.Outside, Reference: null }) db.Outbox.Add(new OutboxRow(SendToChannel.PayloadKind, payload, now));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
