using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Counter;

/// <summary>Somebody reported dead stands at the counter. An admin, who is not the clerk that prints codes, gives the account back.</summary>
/// <param name="Reason">Why the notice was wrong, for whoever examines it later.</param>
public sealed record LiftDeathNotice(string? Nik, string? Reason, string ActorSub, string RegencyCode);

internal sealed class LiftDeathNoticeHandler(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, AccountNotices notices, CounterLimit limit, TimeProvider clock) : IUseCase<LiftDeathNotice, Done>
{
    private const int LongestReason = 200;

    public async Task<Outcome<Done>> HandleAsync(LiftDeathNotice input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var nik = NikInput.Of(input.Nik);
        var reason = (input.Reason ?? "").Trim();
        var faults = new Dictionary<string, string[]>();
        if (Nik.FaultOf(nik, DateOnly.FromDateTime(now.AddHours(7))) is { } fault) faults["/nik"] = [AccountTexts.Of(fault)];
        if (reason.Length is < 5 or > LongestReason || !UnicodeText.IsPlain(reason)) faults["/reason"] = [AccountTexts.Reason];
        if (faults.Count > 0) return Problems.Invalid(faults);
        if (await limit.IsUsedUpAsync(input.ActorSub, ct)) return Problems.TooManyToday;
        await limit.NoteAsync(input.ActorSub, ct);

        var lookup = await seal.LookupOfNikAsync(nik, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.FirstOrDefaultAsync(a => a.NikLookup == lookup && a.Standing == AccountStanding.Frozen, ct) is not { } account) return Problems.NotFrozen;
        account.Thaw();
        foreach (var notice in await db.AccountRequests.Where(r => r.AccountId == account.Id && r.Kind == AccountRequestKind.DeathNotice && r.DecidedAt == null).OrderBy(r => r.Id).Take(10).ToListAsync(ct)) notice.Decide(granted: false, input.ActorSub, input.RegencyCode, now);
        db.AccountRequests.Add(AccountRequest.Lifted(account.Id, await seal.SealRequestAsync(new DeathLifted(reason), ct), input.ActorSub, input.RegencyCode, now));
        db.AccountEvents.Add(AccountEvent.ByOfficer(account.Id, AccountEvents.DeathLifted, input.ActorSub, input.RegencyCode, now));
        await db.SaveChangesAsync(ct);
        await notices.SendAsync(account, "DeathLifted", ct);
        return new Done();
    }
}

internal sealed record DeathLifted(string Reason);
