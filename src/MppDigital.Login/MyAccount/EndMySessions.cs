using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>Signs another browser of this person out, here and at every host it touched.</summary>
/// <param name="Session">Null for all but the one at hand.</param>
public sealed record EndMySessions(HttpContext Http, Guid? Session);

/// <param name="Count">How many were still open.</param>
public sealed record EndedCount(int Count);

internal sealed class EndMySessionsHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts, SessionEnding ending, TimeProvider clock) : IUseCase<EndMySessions, EndedCount>
{
    public async Task<Outcome<EndedCount>> HandleAsync(EndMySessions input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var account = found.Value.Account!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var count = 0;
        if (input.Session is null)
        {
            count = await ending.EndAllAsync(account.Id, except: found.Value.Id, ct);
        }
        else if (await db.Sessions.AnyAsync(s => s.Id == input.Session && s.AccountId == account.Id && s.EndedAt == null, ct))
        {
            await ending.EndAsync(input.Session.Value, ct);
            count = 1;
        }

        if (count == 0) return new EndedCount(0);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.SessionEnded, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        return new EndedCount(count);
    }
}
