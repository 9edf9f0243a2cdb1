using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Clients;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.Protocol;

/// <summary>Asks and remembers what a person lets a client know.</summary>
internal sealed class Consents(ClientDirectory clients, IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, TimeProvider clock)
{
    /// <param name="begunAt">When this request began to wait; a decision after that belongs to it.</param>
    public async Task<ConsentState> FindAsync(Guid accountId, AuthorizationParameters request, DateTime? begunAt, CancellationToken ct)
    {
        if (!request.AskConsent && clients.Find(request.ClientId)?.AsksConsent is not true) return new ConsentState(request.Scope);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.Consents.AsNoTracking().FirstOrDefaultAsync(c => c.AccountId == accountId && c.ClientId == request.ClientId, ct);
        var justDecided = known is not null && begunAt is { } begun && known.DecidedAt >= begun;
        if (known is null || (!justDecided && (request.AskConsent || known.Refused))) return ConsentState.Open;
        if (known.Refused) return ConsentState.No;
        var decided = $"{known.Granted} {known.Declined}";
        return PersonalIn(request.Scope).All(s => Scopes.Has(decided, s)) ? new ConsentState(Scopes.Without(request.Scope, known.Declined.Split(' '))) : ConsentState.Open;
    }

    public async Task DecideAsync(Guid accountId, AuthorizationParameters request, IReadOnlyCollection<string> allowed, bool refused, CancellationToken ct)
    {
        // Two tabs may answer at once: whoever comes second changes what the first one wrote.
        for (var isRepeated = false; ; isRepeated = true)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var known = await db.Consents.FirstOrDefaultAsync(c => c.AccountId == accountId && c.ClientId == request.ClientId, ct);
            var consent = known ?? db.Consents.Add(Consent.Of(accountId, request.ClientId)).Entity;
            consent.Decide([.. PersonalIn(request.Scope)], allowed, refused, clock.GetUtcNow().UtcDateTime);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException e) when (!isRepeated && engine.IsDuplicate(e))
            {
                continue;
            }
        }
    }

    public static IEnumerable<string> PersonalIn(string scope) => Scopes.Personal.Where(s => Scopes.Has(scope, s));
}

/// <param name="Scope">What the grant may hold; null when there is none to give.</param>
internal readonly record struct ConsentState(string? Scope, bool MustAsk = false)
{
    public static ConsentState Open => new(null, MustAsk: true);

    public static ConsentState No => new(null);
}
