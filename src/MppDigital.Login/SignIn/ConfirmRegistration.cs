using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>The codes that went to phone and e-mail make the account.</summary>
/// <param name="Handle">From the browser's cookie.</param>
/// <param name="Device">From <see cref="DeviceName"/>.</param>
public sealed record ConfirmRegistration(string? Handle, string? PhoneCode, string? EmailCode, string? Device)
{
    /// <summary>From <see cref="DeviceCookie"/>.</summary>
    public string? DeviceHandle { get; init; }
}

/// <param name="Cookie">Of the session that begins at once.</param>
/// <param name="IsOpen">The civil register has not confirmed the person yet.</param>
public sealed record RegisteredAccount(string Sub, string Cookie, bool IsOpen, string DeviceHandle);

internal sealed class ConfirmRegistrationHandler(
    Confirmations confirmations,
    IDbContextFactory<LoginDbContext> contexts,
    IDatabaseEngine engine,
    AccountSeal seal,
    UnprovenAccounts unproven,
    KnownDevices devices,
    SessionStart sessions,
    TimeProvider clock) : IUseCase<ConfirmRegistration, RegisteredAccount>
{
    public async Task<Outcome<RegisteredAccount>> HandleAsync(ConfirmRegistration input, CancellationToken ct)
    {
        var proven = await confirmations.ProveAsync<RegistrationContent>(input.Handle, ConfirmationPurpose.Register, input.PhoneCode, input.EmailCode, ct);
        if (!proven.Succeeded) return proven.Problem;
        var (person, hash, isOpen) = proven.Value.Content;
        var lookup = await seal.LookupOfNikAsync(person.Nik!, ct);
        if (!isOpen) await unproven.CloseAsync(lookup, ct);

        var now = clock.GetUtcNow().UtcDateTime;
        var account = Account.ForCitizen(
            Account.NewSub(), lookup, await seal.LookupOfPhoneAsync(person.Phone!, ct), await seal.SealAsync(person, ct), isOpen ? ProofOfPerson.Open : ProofOfPerson.Register, now);
        account.PasswordHash = hash;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Accounts.Add(account);
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.Registered, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Begun twice, and the other one was typed first.
            return Problems.CodesOver;
        }

        return new RegisteredAccount(account.Sub, await sessions.StartAsync(account.Id, SignInMethods.Password, input.Device, ct), isOpen, await devices.RememberAsync(input.DeviceHandle, account.Id, ct));
    }
}
