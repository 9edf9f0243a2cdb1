using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Sends a dead letter once more, to the same recipient in the same words.</summary>
public sealed record SendAgain(StaffMember Staff, Guid Message);

internal sealed class SendAgainHandler(IDbContextFactory<RegencyDbContext> contexts, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<SendAgain, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SendAgain input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Messages.SingleOrDefaultAsync(m => m.Id == input.Message, ct) is not { } message) return Problems.UnknownMessage;
        if (message.State != MessageState.Dead || message.Trouble == DeliverMessage.Stopped) return Problems.NotDead;
        var now = clock.GetUtcNow().UtcDateTime;
        message.Again(now);
        db.Outbox.Add(DeliverMessage.RowFor(message, now));
        await AuditTrail.AppendAsync(db, message.Number.Length > 0 ? message.Number : "messages", "message-sent-again", input.Staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.NotDead;
        }

        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return default(Done);
    }
}
