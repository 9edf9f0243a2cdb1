using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Login.Accounts;
using MppDigital.Login.Outside;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>What the signed-in person sees of their own account.</summary>
public sealed record DescribeMyAccount(HttpContext Http);

/// <param name="Nik">In full: it is shown to its owner alone. Null for staff.</param>
/// <param name="IsOpen">The civil register has not confirmed the person yet.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="NeedsStrongFactor">This account may not be without a second factor.</param>
public sealed record MyAccountView(
    string Name,
    string? Nik,
    string? UserName,
    string? Phone,
    string? Email,
    bool IsOpen,
    bool HasTotp,
    int RecoveryCodes,
    int Passkeys,
    bool NeedsStrongFactor,
    IReadOnlyList<MySession> Sessions,
    IReadOnlyList<MyEvent> History)
{
    /// <summary>False where somebody signs in by the outside provider alone.</summary>
    public bool HasPassword { get; init; } = true;

    /// <summary>Null where none is configured, and for staff.</summary>
    public MyOutside? Outside { get; init; }
}

/// <param name="Name">Of the outside identity provider.</param>
public sealed record MyOutside(string Name, bool IsBound);

/// <param name="Id">For <see cref="EndMySessions"/>; names nothing outside this account.</param>
/// <param name="Device">Null when the browser told nothing that we know.</param>
public sealed record MySession(Guid Id, string? Device, DateTime SignedInAt, bool IsThis, bool HasSecondFactor);

/// <param name="Kind">Stable name, for which the pages have a text.</param>
/// <param name="ByOfficer">An officer did it, not the owner.</param>
public sealed record MyEvent(string Kind, DateTime At, bool ByOfficer);

internal sealed class DescribeMyAccountHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, OutsideLinks links, IOptions<OutsideOptions> outside, TimeProvider clock)
    : IUseCase<DescribeMyAccount, MyAccountView>
{
    private const int Shown = 20;

    public async Task<Outcome<MyAccountView>> HandleAsync(DescribeMyAccount input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var (session, account) = (found.Value, found.Value.Account!);
        var person = await seal.OpenAsync(account, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.AccountId == account.Id && !s.IsPending && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.AuthenticatedAt).ThenBy(s => s.Id)
            .Select(s => new MySession(s.Id, s.Device, s.AuthenticatedAt, s.Id == session.Id, s.HasSecondFactor)).Take(Shown).ToListAsync(ct);
        var history = await db.AccountEvents.AsNoTracking().Where(e => e.AccountId == account.Id)
            .OrderByDescending(e => e.At).ThenBy(e => e.Id).Select(e => new MyEvent(e.Kind, e.At, e.ActorSub != null)).Take(Shown).ToListAsync(ct);
        return new MyAccountView(
            person.Name,
            person.Nik,
            account.Kind == AccountKind.Staff ? account.UserName : null,
            person.Phone,
            person.Email,
            account is { Kind: AccountKind.Citizen, Proof: ProofOfPerson.Open },
            account.TotpSealed is not null,
            await db.RecoveryCodes.CountAsync(c => c.AccountId == account.Id && !c.ForFirstUse, ct),
            await db.UserPasskeys.CountAsync(p => p.UserId == account.Id, ct),
            account.NeedsStrongFactor,
            sessions,
            history)
        {
            HasPassword = account.PasswordHash is not null,
            Outside = outside.Value.IsOn && account.Kind == AccountKind.Citizen ? new MyOutside(outside.Value.Name, await links.HasAsync(account.Id, ct)) : null,
        };
    }
}
