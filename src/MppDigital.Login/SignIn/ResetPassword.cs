using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>
/// The typed code and the mother's name, which the civil register confirms, set a new password. A stolen phone with an identity card
/// beside it is not enough: NIK, name and date of birth stand on the card.
/// </summary>
public sealed record ResetPassword(string? Handle, string? Code, string? MotherName, string? Password);

internal sealed class ResetPasswordHandler(
    Confirmations confirmations,
    IDbContextFactory<LoginDbContext> contexts,
    AccountSeal seal,
    Passwords passwords,
    CivilCheck register,
    AttemptCounter attempts,
    AccountNotices notices,
    SessionEnding ending,
    TimeProvider clock) : IUseCase<ResetPassword, Done>
{
    private const int ProofsPerDay = 5;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<Outcome<Done>> HandleAsync(ResetPassword input, CancellationToken ct)
    {
        // Before the code is used up: a short password must not cost a new message.
        var faults = new Dictionary<string, string[]>();
        if (PasswordRules.Fault(input.Password, null) is { } weak) faults["/password"] = [weak];
        if (input.MotherName is not { Length: >= 2 and <= RegisterAccountHandler.LongestName } mother) return Problems.Invalid(With(faults, "/motherName", AccountTexts.MotherName));
        if (faults.Count > 0) return Problems.Invalid(faults);
        // The slot that was used is the only one stored, so the code fits in whichever it belongs.
        var proven = await confirmations.ProveAsync<ResetContent>(input.Handle, ConfirmationPurpose.ResetPassword, input.Code, input.Code, ct);
        if (!proven.Succeeded) return proven.Problem.Code == "wrong-typed-code" ? Problems.WrongTypedCode(["code"]) : proven.Problem;

        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == proven.Value.AccountId && a.Standing == AccountStanding.Active, ct);
        if (account is null) return Problems.CodesOver;
        if (await attempts.IsUsedUpAsync($"reset {account.Sub}", ProofsPerDay, Day, ct)) return Problems.TooManyProofs;
        var person = await seal.OpenAsync(account, ct);
        var answer = await register.AskAsync(person with { MotherName = mother }, ct);
        if (answer == CivilAnswer.None) return Problems.RegisterAway;
        if (answer == CivilAnswer.Differs)
        {
            await attempts.NoteAsync($"reset {account.Sub}", Day, ct);
            return Problems.PersonDiffers;
        }

        if (PasswordRules.Fault(input.Password, person) is { } personal) return Problems.Invalid(new() { ["/password"] = [personal] });
        var hash = await passwords.HashAsync(input.Password!, ct);
        if (!hash.Succeeded) return hash.Problem;
        account.PasswordHash = hash.Value;
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.PasswordReset, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        // Whoever knew the old password is out, in every browser and at every host; no browser is trusted any longer.
        await db.KnownDevices.Where(d => d.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await ending.EndAllAsync(account.Id, except: null, ct);
        notices.Send(person, "PasswordReset");
        return new Done();
    }

    private static Dictionary<string, string[]> With(Dictionary<string, string[]> faults, string field, string text)
    {
        faults[field] = [text];
        return faults;
    }
}
