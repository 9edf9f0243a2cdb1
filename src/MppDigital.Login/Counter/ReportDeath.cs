using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Counter;

/// <summary>An officer to whom a death certificate was shown freezes the account: nobody signs in with it any more.</summary>
public sealed record ReportDeath(string? Nik, string? Certificate, string ActorSub, string RegencyCode);

internal sealed class ReportDeathHandler(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, SessionEnding ending, CounterLimit limit, TimeProvider clock) : IUseCase<ReportDeath, Done>
{
    private const int LongestCertificate = 60;

    public async Task<Outcome<Done>> HandleAsync(ReportDeath input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var nik = NikInput.Of(input.Nik);
        var certificate = (input.Certificate ?? "").Trim();
        var faults = new Dictionary<string, string[]>();
        if (Nik.FaultOf(nik, DateOnly.FromDateTime(now.AddHours(7))) is { } fault) faults["/nik"] = [AccountTexts.Of(fault)];
        if (certificate.Length is < 3 or > LongestCertificate || !UnicodeText.IsPlain(certificate)) faults["/certificate"] = [AccountTexts.Certificate];
        if (faults.Count > 0) return Problems.Invalid(faults);
        if (await limit.IsUsedUpAsync(input.ActorSub, ct)) return Problems.TooManyToday;
        await limit.NoteAsync(input.ActorSub, ct);

        var lookup = await seal.LookupOfNikAsync(nik, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Done in either case: the officer learns nothing of who has an account.
        if (await db.Accounts.FirstOrDefaultAsync(a => a.NikLookup == lookup && a.Standing == AccountStanding.Active, ct) is not { } account) return new Done();
        account.Freeze();
        db.AccountRequests.Add(AccountRequest.Of(account.Id, AccountRequestKind.DeathNotice, await seal.SealRequestAsync(new DeathNotice(certificate), ct), input.ActorSub, input.RegencyCode, now));
        db.AccountEvents.Add(AccountEvent.ByOfficer(account.Id, AccountEvents.DeathReported, input.ActorSub, input.RegencyCode, now));
        await db.SaveChangesAsync(ct);
        await ending.EndAllAsync(account.Id, except: null, ct);
        return new Done();
    }
}

internal sealed record DeathNotice(string Certificate);
