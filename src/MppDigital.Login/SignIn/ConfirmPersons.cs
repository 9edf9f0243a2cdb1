using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;

namespace MppDigital.Login.SignIn;

/// <summary>Asks the civil register again about people who registered while it did not answer.</summary>
internal sealed class ConfirmPersons(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, CivilCheck register, AccountNotices notices, SessionEnding ending, TimeProvider clock)
{
    /// <summary>A register that has just come back is not asked about everybody at once.</summary>
    private const int PerRun = 200;

    /// <returns>How many got an answer.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.Accounts
            .Where(a => a.Kind == AccountKind.Citizen && a.Proof == ProofOfPerson.Open && a.Standing == AccountStanding.Active && a.NikLookup != null)
            .OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).Take(PerRun).ToListAsync(ct);
        var answered = 0;
        foreach (var account in open)
        {
            var person = await seal.OpenAsync(account, ct);
            var answer = await register.AskAsync(person, ct);
            // Still away: the others would only wait for the same silence.
            if (answer == CivilAnswer.None) return answered;
            await SettleAsync(db, account, person, answer == CivilAnswer.Agrees, ct);
            answered++;
        }

        return answered;
    }

    private async Task SettleAsync(LoginDbContext db, Account account, PersonalData person, bool agrees, CancellationToken ct)
    {
        if (agrees) account.ConfirmPerson(ProofOfPerson.Register, await seal.SealAsync(person with { MotherName = null }, ct));
        else account.Close(await seal.SealAsync(PersonalData.Nobody, ct));
        db.AccountEvents.Add(AccountEvent.Of(account.Id, agrees ? AccountEvents.PersonConfirmed : AccountEvents.PersonRefuted, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        if (!agrees) await ending.EndAllAsync(account.Id, except: null, ct);
        notices.Send(person, agrees ? "PersonConfirmed" : "PersonRefuted");
    }
}
