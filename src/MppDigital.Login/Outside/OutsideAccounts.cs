using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Outside;

/// <summary>
/// Finds the account of somebody whom the outside provider vouches for, binds the one with their NIK, or makes one. The face check opens
/// each of these ways; without it somebody must have proven the account here, in this browser and just now.
/// </summary>
internal sealed class OutsideAccounts(
    IDbContextFactory<LoginDbContext> contexts,
    IDatabaseEngine engine,
    AccountSeal seal,
    OutsideLinks links,
    CivilCheck register,
    UnprovenAccounts unproven,
    AccountNotices notices,
    TimeProvider clock)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(15);

    /// <param name="here">Who is signed in in this browser.</param>
    public async Task<Outcome<OutsideAccount>> FindOrMakeAsync(OutsidePerson person, Session? here, CancellationToken ct)
    {
        var bound = await links.FindAsync(person.Sub, ct);
        if (bound?.Standing == AccountStanding.Frozen) return Problems.AccountFrozen;
        var lookup = person.Nik is { } nik && Nik.FaultOf(nik, Today()) is null ? await seal.LookupOfNikAsync(nik, ct) : null;
        if (bound is not null) return lookup is null || bound.NikLookup == lookup ? new OutsideAccount(bound, IsNewlyBound: false) : OutsideProblems.Differs;
        if (lookup is null) return OutsideProblems.NikMissing;

        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NikLookup == lookup, ct);
        if (account?.Standing == AccountStanding.Frozen) return Problems.AccountFrozen;
        var provenHere = account is not null && here?.AccountId == account.Id && here.AuthenticatedAt > clock.GetUtcNow().UtcDateTime - JustNow;
        if (account is not null && !person.FaceChecked && !provenHere) return OutsideProblems.ProveHere;
        // Nobody has confirmed who made that account: the person whose face was checked takes its place, as after a registration.
        var isSomebodyElses = account is { Proof: ProofOfPerson.Open } && !provenHere;
        if (account is not null && !isSomebodyElses) return await BindAsync(db, account, person, ct);
        return person.FaceChecked ? await MakeAsync(person, lookup, ct) : OutsideProblems.LowAssurance;
    }

    private async Task<Outcome<OutsideAccount>> BindAsync(LoginDbContext db, Account account, OutsidePerson person, CancellationToken ct)
    {
        if (account.Proof == ProofOfPerson.Open && person.FaceChecked)
        {
            account.ConfirmPerson(ProofOfPerson.Outside, await seal.SealAsync((await seal.OpenAsync(account, ct)) with { MotherName = null }, ct));
        }

        await links.AddAsync(db, account.Id, person.Sub, ct);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.OutsideBound, clock.GetUtcNow().UtcDateTime));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Two answers at once; the other one bound it, and told the owner.
            return new OutsideAccount(account, IsNewlyBound: false);
        }

        await notices.SendAsync(account, "OutsideBound", ct);
        return new OutsideAccount(account, IsNewlyBound: true);
    }

    /// <summary>The rules of registration, with the face in place of the mother's name and of the typed codes.</summary>
    private async Task<Outcome<OutsideAccount>> MakeAsync(OutsidePerson person, string lookup, CancellationToken ct)
    {
        if (person is not { Nik: { } nik, Name: { } name, BirthDate: { } born }) return OutsideProblems.FactsMissing;
        var known = new PersonalData(nik, name, born, person.Phone, person.Email);
        // Silence of the register is no reason to refuse: unlike a registration, this person was compared with it elsewhere.
        if (await register.AskAsync(known, ct) == CivilAnswer.Differs) return OutsideProblems.RegisterDiffers;
        await unproven.CloseAsync(lookup, ct);

        var now = clock.GetUtcNow().UtcDateTime;
        var account = Account.ForCitizen(
            Account.NewSub(), lookup, known.Phone is { } phone ? await seal.LookupOfPhoneAsync(phone, ct) : null, await seal.SealAsync(known, ct), ProofOfPerson.Outside, now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Accounts.Add(account);
        await links.AddAsync(db, account.Id, person.Sub, ct);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.RegisteredOutside, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Two answers at once; the other one made it.
            return OutsideProblems.Expired;
        }

        notices.Send(known, "RegisteredOutside");
        return new OutsideAccount(account, IsNewlyBound: true);
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7));
}

internal sealed record OutsideAccount(Account Account, bool IsNewlyBound);
