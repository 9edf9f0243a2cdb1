using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Messages that were given up, the newest first, and how many wait. What somebody stopped is none of them.</summary>
/// <param name="After">Cursor: given up before this instant in UTC.</param>
public sealed record ListDeadLetters(StaffMember Staff, int Limit, DateTime? After);

/// <param name="Waiting">Queued, or to be tried again.</param>
/// <param name="SenderName">The regency's own; empty for the usual one.</param>
public sealed record DeadLetters(IReadOnlyList<DeadLetter> Items, DateTimeOffset? Next, int Waiting, string SenderName);

/// <param name="To">The end of the number or the host of the address: enough to recognise, too little to use; nothing of whoever complained.</param>
/// <param name="Trouble">Closed code of the last failure.</param>
public sealed record DeadLetter(Guid Id, string Event, string Channel, string To, string Number, string Trouble, int Tries, int Round, DateTimeOffset At);

internal sealed class ListDeadLettersHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, CurrentRegency current) : IUseCase<ListDeadLetters, DeadLetters>
{
    public async Task<Outcome<DeadLetters>> HandleAsync(ListDeadLetters input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var limit = Math.Clamp(input.Limit, 1, 200);
        var found = await db.Messages.AsNoTracking().Where(m => m.State == MessageState.Dead && m.Trouble != DeliverMessage.Stopped && (input.After == null || m.EndedAt < input.After))
            .OrderByDescending(m => m.EndedAt).ThenBy(m => m.Id).Take(limit + 1).ToListAsync(ct);
        var waiting = await db.Messages.CountAsync(m => m.State == MessageState.Queued || m.State == MessageState.Failed, ct);
        var sender = (await db.NoticeSettings.AsNoTracking().SingleOrDefaultAsync(ct))?.SenderName ?? "";
        return new DeadLetters([.. found.Take(limit).Select(View)], found.Count > limit ? current.Value.At(found[limit - 1].EndedAt!.Value) : null, waiting, sender);
    }

    private DeadLetter View(Message m) => new(
        m.Id, m.Event.ToString(), m.Channel.ToString().ToLowerInvariant(), m.Sub.Length == 0 ? "–" : Hint(secrets.Cipher.Decrypt("recipient", m.Recipient)), m.Number, m.Trouble, m.Tries, m.Round, current.Value.At(m.EndedAt!.Value));

    private static string Hint(string recipient) => recipient.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? "…" + recipient[at..] : "…" + recipient[^3..];
}
