using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Counter;

/// <summary>
/// An officer who has the person and the identity card before him makes an account, or binds the one there is: for people without a
/// phone, and for those who lost theirs. The printed code lets its holder choose a password once.
/// </summary>
/// <param name="ActorSub">The officer.</param>
/// <param name="RegencyCode">Four digits of the officer's regency.</param>
public sealed record RegisterAtCounter(string? Nik, string? Name, DateOnly? BirthDate, string ActorSub, string RegencyCode);

/// <param name="Code">In groups of four, for printing; shown this once.</param>
/// <param name="IsNew">False when the person had an account already.</param>
public sealed record CounterRegistration(string Sub, string Code, DateTime ExpiresAt, bool IsNew);

internal sealed class RegisterAtCounterHandler(IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, AccountSeal seal, SessionEnding ending, AccountNotices notices, CounterLimit limit, TimeProvider clock)
    : IUseCase<RegisterAtCounter, CounterRegistration>
{
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromDays(14);

    public async Task<Outcome<CounterRegistration>> HandleAsync(RegisterAtCounter input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now.AddHours(7));
        var nik = NikInput.Of(input.Nik);
        var name = (input.Name ?? "").Trim();
        var faults = new Dictionary<string, string[]>();
        if (Nik.FaultOf(nik, today) is { } fault) faults["/nik"] = [AccountTexts.Of(fault)];
        if (name.Length is < 2 or > RegisterAccountHandler.LongestName || !UnicodeText.IsPlain(name)) faults["/name"] = [AccountTexts.Name];
        if (input.BirthDate is not { } birth || birth > today || birth.Year < 1900) faults["/birthDate"] = [AccountTexts.BirthDate];
        if (faults.Count > 0) return Problems.Invalid(faults);
        if (await limit.IsUsedUpAsync(input.ActorSub, ct)) return Problems.TooManyToday;
        await limit.NoteAsync(input.ActorSub, ct);

        var lookup = await seal.LookupOfNikAsync(nik, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NikLookup == lookup, ct);
        if (account?.Standing == AccountStanding.Frozen) return Problems.AccountFrozen;
        var isNew = account is null;
        if (account is null)
        {
            var person = new PersonalData(nik, name, input.BirthDate, null, null);
            account = Account.ForCitizen(Account.NewSub(), lookup, null, await seal.SealAsync(person, ct), ProofOfPerson.Officer, now);
            db.Accounts.Add(account);
        }
        else if (account.Proof == ProofOfPerson.Open)
        {
            var known = await seal.OpenAsync(account, ct);
            account.ConfirmPerson(ProofOfPerson.Officer, await seal.SealAsync(known with { Name = name, BirthDate = input.BirthDate, MotherName = null }, ct));
        }

        // One printed code at a time: a lost slip opens nothing once a new one is printed.
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.ForFirstUse).ExecuteDeleteAsync(ct);
        var code = Crockford.New(RecoveryCodes.Length);
        db.RecoveryCodes.Add(RecoveryCode.FirstUse(account.Id, await seal.HashRecoveryCodeAsync(account, code, ct), now + CodeLifetime));
        db.AccountEvents.Add(AccountEvent.ByOfficer(account.Id, AccountEvents.RegisteredAtCounter, input.ActorSub, input.RegencyCode, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return Problems.AlreadyAsked;
        }

        if (!isNew)
        {
            await ending.EndAllAsync(account.Id, except: null, ct);
            await notices.SendAsync(account, "BoundAtCounter", ct);
        }

        return new CounterRegistration(account.Sub, Crockford.Grouped(code), now + CodeLifetime, isNew);
    }
}
