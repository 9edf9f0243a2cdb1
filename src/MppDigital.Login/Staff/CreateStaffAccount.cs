using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Staff;

/// <summary>Somebody invited who has no account yet makes one: a user name and a password. The second factor comes next, and the role after it.</summary>
public sealed record CreateStaffAccount(HttpContext Http, string? Code, string? UserName, string? Password);

internal sealed partial class CreateStaffAccountHandler(
    InvitationCodes codes,
    IDbContextFactory<LoginDbContext> contexts,
    IDatabaseEngine engine,
    AccountSeal seal,
    Passwords passwords,
    KnownDevices devices,
    SessionStart sessions,
    TimeProvider clock) : IUseCase<CreateStaffAccount, SignInStep>
{
    public async Task<Outcome<SignInStep>> HandleAsync(CreateStaffAccount input, CancellationToken ct)
    {
        var found = await codes.FindAsync(input.Code, input.Http.Connection.RemoteIpAddress, ct);
        if (!found.Succeeded) return found.Problem;
        var invitation = found.Value;
        var person = await codes.OpenAsync(invitation, ct);
        var userName = (input.UserName ?? "").Trim().ToLowerInvariant();
        var faults = new Dictionary<string, string[]>();
        if (!UserName().IsMatch(userName)) faults["/username"] = [AccountTexts.UserName];
        if (PasswordRules.Fault(input.Password, person) is { } weak) faults["/password"] = [weak];
        if (faults.Count > 0) return Problems.Invalid(faults);
        var hash = await passwords.HashAsync(input.Password!, ct);
        if (!hash.Succeeded) return hash.Problem;

        var now = clock.GetUtcNow().UtcDateTime;
        var account = Account.ForStaff(Account.NewSub(), userName, invitation.RegencyCode, await seal.SealAsync(person, ct), now);
        account.PasswordHash = hash.Value;
        if (invitation.NeedsStrongFactor) account.RequireStrongFactor();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Accounts.Add(account);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.Registered, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return Problems.Invalid(new() { ["/username"] = [AccountTexts.UserNameTaken] });
        }

        // By the row count: a code makes one account, however often it is sent at once.
        if (await db.StaffInvitations.Where(i => i.Id == invitation.Id && i.CodeHash == invitation.CodeHash && i.AccountId == null).ExecuteUpdateAsync(s => s.SetProperty(i => i.AccountId, account.Id), ct) == 0) return Problems.InvitationWrong;
        await transaction.CommitAsync(ct);
        var device = await devices.RememberAsync(null, account.Id, ct);
        return new SignInStep(await sessions.StartAsync(account.Id, SignInMethods.Password, DeviceName.Of(input.Http.Request.Headers.UserAgent), ct), SecondFactorIsDue: false, device);
    }

    /// <summary>Begins with a letter, so that it is never taken for a NIK or a phone number.</summary>
    [GeneratedRegex("^[a-z][a-z0-9.-]{2,59}$")]
    private static partial Regex UserName();
}
