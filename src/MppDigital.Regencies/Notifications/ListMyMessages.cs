using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>What was sent to a person: all of it once, as it stands in the account's list, or everything about one application with each channel.</summary>
/// <param name="Number">Null for the list of the account.</param>
/// <param name="After">Cursor: older than this message.</param>
public sealed record ListMyMessages(string Sub, string? Number, int Limit, Guid? After);

/// <param name="Channel"><c>account</c>, <c>email</c>, <c>sms</c> or <c>chat</c>.</param>
/// <param name="State"><c>queued</c>, <c>failed</c>, <c>sent</c>, <c>dead</c> or <c>delivered</c>.</param>
/// <param name="Number">The application's; empty where it is about none.</param>
public sealed record MyMessage(Guid Id, string Event, string Channel, string State, string Number, string Text, DateTimeOffset At);

internal sealed class ListMyMessagesHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, CurrentRegency current) : IUseCase<ListMyMessages, Page<MyMessage>>
{
    public async Task<Outcome<Page<MyMessage>>> HandleAsync(ListMyMessages input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = db.Messages.AsNoTracking().Where(m => m.Sub == input.Sub);
        mine = input.Number is { } number ? mine.Where(m => m.Number == number) : mine.Where(m => m.Channel == NoticeChannel.Account);
        if (input.After is { } after && await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == after && m.Sub == input.Sub, ct) is { } last)
            mine = mine.Where(m => m.CreatedAt < last.CreatedAt || (m.CreatedAt == last.CreatedAt && m.Id < last.Id));
        var limit = Math.Clamp(input.Limit, 1, 200);
        var found = await mine.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(limit + 1).ToListAsync(ct);
        return new Page<MyMessage>([.. found.Take(limit).Select(View)], found.Count > limit ? found[limit - 1].Id.ToString() : null);
    }

    private MyMessage View(Message m) => new(
        m.Id, m.Event.ToString(), m.Channel.ToString().ToLowerInvariant(), m.State.ToString().ToLowerInvariant(), m.Number,
        m.Channel == NoticeChannel.Account ? secrets.Open<MessageContent>("message", m.Content).Text : "", current.Value.At(m.EndedAt ?? m.SentAt ?? m.CreatedAt));
}
